package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.ApiStack;
import org.kitstream.api.RawTopic;
import org.kitstream.api.RawTopic.Raw;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.topic.RawHeader;

/** {@code POST /v0/devices/:id/readings}. */
class ReadingsDoorIT {

  private static final Person ALICE = People.citizen("alice");
  private static final String ODD_BUT_GOOD =
      "{ \"data\":[{\"recorded_at\":\"2016-06-08 10:30:00\",\n\t\"sensors\":"
          + "[{\"id\":22,\"value\":21},{\"id\":\"temp\",\"value\":19.50}]}] }";

  private final long device = ALICE.device(Map.of("name", "roof"));

  @Test
  void aBatchIsInKafkaByteForByteWhenItIsAnswered() {
    Http.Answer answer = post(ALICE.asks(), ODD_BUT_GOOD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.raw().body())
        .isEqualTo(
            "{\"id\":\"ok\",\"message\":\"Data successfully sent to queue\",\"url\":\"\","
                + "\"errors\":\"\"}");
    assertThat(raw()).extracting(Raw::payload).containsExactly(ODD_BUT_GOOD);
    assertThat(raw().get(0).header(RawHeader.FORMAT)).isEqualTo("json");
    assertThat(raw().get(0).header(RawHeader.VIA)).isEqualTo("http");
    assertThat(Long.parseLong(raw().get(0).header(RawHeader.RECEIVED_AT)))
        .isLessThanOrEqualTo(System.currentTimeMillis());
  }

  @Test
  void aFirstItemWithoutATimeIsBadAndNothingIsTaken() {
    Http.Answer answer = post(ALICE.asks(), "{\"data\":[{\"sensors\":[]}]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.raw().body())
        .isEqualTo(
            "{\"id\":\"bad\",\"message\":\"Timestamp cannot be empty!\",\"url\":\"\","
                + "\"errors\":\"\"}");
    assertThat(raw()).isEmpty();
  }

  @Test
  void anEmptyBatchIsFine() {
    assertThat(post(ALICE.asks(), "{\"data\":[]}").text("id")).isEqualTo("ok");
    assertThat(raw()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"data\":null}", "[]"})
  void dataHaveToBeThere(String body) {
    Http.Answer answer = post(ALICE.asks(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("id")).isEqualTo("parameter_missing");
    assertThat(answer.text("message")).isEqualTo("param is missing or the value is empty: data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"data\":{}}", "{\"data\":[", "{t:2024-09-25T13:19:38Z,55:1}"})
  void whatIsNoBatchIsRefused(String body) {
    assertThat(post(ALICE.asks(), body).status()).isEqualTo(400);
    assertThat(raw()).isEmpty();
  }

  @Test
  void theTypeOfTheBodyDoesNotMatter() {
    Http asks = ALICE.asks().with("Content-Type", "application/x-www-form-urlencoded");
    assertThat(send(asks, ODD_BUT_GOOD.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(200);
    assertThat(raw()).extracting(Raw::payload).containsExactly(ODD_BUT_GOOD);
  }

  @Test
  void onlyTheOwnerAndAdminsMay() {
    assertThat(post(Http.anonymous(), ODD_BUT_GOOD).status()).isEqualTo(403);
    assertThat(post(People.citizen("bob").asks(), ODD_BUT_GOOD).status()).isEqualTo(403);
    assertThat(post(People.admin().asks(), ODD_BUT_GOOD).status()).isEqualTo(200);
    assertThat(raw()).hasSize(1);
  }

  @Test
  void anArchivedDeviceIsNotThere() {
    ALICE.asks().delete("/v0/devices/" + device);
    Http.Answer answer = post(ALICE.asks(), ODD_BUT_GOOD);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("id")).isEqualTo("record_not_found");
    assertThat(raw()).isEmpty();
  }

  @Test
  void aRetryHasTheNameOfTheFirst() {
    Http asks = ALICE.asks().with("Idempotency-Key", "k1");
    post(asks, ODD_BUT_GOOD);
    post(asks, ODD_BUT_GOOD);
    post(ALICE.asks(), ODD_BUT_GOOD);

    List<String> names = raw().stream().map(one -> one.header(RawHeader.MESSAGE_ID)).toList();
    assertThat(names).hasSize(3);
    assertThat(names.get(1)).isEqualTo(names.get(0));
    assertThat(names.get(2)).isNotEqualTo(names.get(0));
  }

  @Test
  void aBatchHasOnlySoManyItems() {
    String item = "{\"recorded_at\":\"2016-06-08T10:30:00Z\"}";
    String body = "{\"data\":[" + String.join(",", Collections.nCopies(2001, item)) + "]}";
    Http.Answer answer = post(ALICE.asks(), body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.raw().body()).contains("At most 2000 items");
    assertThat(refused("too-many-items")).isPositive();
    assertThat(raw()).isEmpty();
  }

  @Test
  void aBodyIsBoundedAfterDecompression() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write("{\"data\":[".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 600; i++) {
        gzip.write(" ".repeat(1024).getBytes(StandardCharsets.UTF_8));
      }
      gzip.write("]}".getBytes(StandardCharsets.UTF_8));
    }
    Http asks =
        ALICE.asks().with("Content-Type", "application/json").with("Content-Encoding", "gzip");
    Http.Answer answer = send(asks, bomb.toByteArray());
    assertThat(answer.status()).isEqualTo(413);
    assertThat(refused("too-large")).isPositive();
  }

  @Test
  void gzipIsTaken() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(ODD_BUT_GOOD.getBytes(StandardCharsets.UTF_8));
    }
    Http asks = ALICE.asks().with("Content-Encoding", "gzip");
    assertThat(send(asks, packed.toByteArray()).status()).isEqualTo(200);
    assertThat(raw()).extracting(Raw::payload).containsExactly(ODD_BUT_GOOD);
  }

  @Test
  void aDeviceThatSendsTooOftenHasToWait() {
    Http.Answer answer = post(ALICE.asks(), "{\"data\":[]}");
    for (int i = 0; i < 2000 && answer.status() == 200; i++) {
      answer = post(ALICE.asks(), "{\"data\":[]}");
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    assertThat(refused("too-often")).isPositive();
    long another = ALICE.device(Map.of("name", "cellar"));
    assertThat(
            ALICE
                .asks()
                .post("/v0/devices/" + another + "/readings", Map.of("data", List.of()))
                .status())
        .isEqualTo(200);
  }

  private Http.Answer post(Http who, String body) {
    return send(
        who.with("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
  }

  private Http.Answer send(Http who, byte[] body) {
    return who.send(
        "POST", "/v0/devices/" + device + "/readings", BodyPublishers.ofByteArray(body));
  }

  private List<Raw> raw() {
    return RawTopic.of(ApiStack.shared().bootstrapServers(), device);
  }

  private static long refused(String why) {
    Http.Answer metrics = Http.anonymous().at(ApiStack.shared().adminUrl()).get("/metrics");
    return metrics.json().path("meters").path("ingest.http.refused." + why).path("count").asLong();
  }
}
