package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.reading.Via;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

class QuarantineIT {

  private static final Instant RECEIVED = Instant.parse("2024-05-01T12:00:00Z");
  private static final Person ALICE = People.citizen("alice");

  @Test
  void anOwnerSeesWhatWasRefusedNewestFirstAndAlikeOnesOnce() {
    long device = device();
    refuse(device, "m1", new Refusal(Reason.UNKNOWN_SENSOR, "There is no sensor x.", "x"), "{x:1}");
    refuse(device, "m2", new Refusal(Reason.UNKNOWN_SENSOR, "There is no sensor x.", "x"), "{x:2}");
    refuse(device, "m3", new Refusal(Reason.NOT_PARSED, "Not JSON.", null), "\u0000\u0001");

    JsonNode items = listed(device, "", 2);
    assertThat(items.findValuesAsText("message_id")).containsExactly("m3", "m2");
    assertThat(items.path(1).path("alike").asInt()).isEqualTo(2);
    assertThat(items.path(1).path("reason").asText()).isEqualTo("UNKNOWN_SENSOR");
    assertThat(items.path(1).path("sentence").asText()).isEqualTo("There is no sensor x.");
    assertThat(items.path(1).path("field").asText()).isEqualTo("x");
    assertThat(items.path(1).path("payload").asText()).isEqualTo("{x:2}");
    assertThat(items.path(1).path("payload_encoding").asText()).isEqualTo("text");
    assertThat(items.path(1).path("via").asText()).isEqualTo("mqtt");
    assertThat(items.path(1).path("format").asText()).isEqualTo("short");
    assertThat(items.path(1).path("received_at").asText()).isEqualTo("2024-05-01T12:00:00Z");
    assertThat(items.path(0).path("payload").asText()).isEqualTo("AAE=");
    assertThat(items.path(0).path("payload_encoding").asText()).isEqualTo("base64");
    assertThat(listed(device, "?fold=false&per_page=2", 2).findValuesAsText("message_id"))
        .containsExactly("m3", "m2");
    assertThat(listed(device, "?reason=NOT_PARSED", 1).findValuesAsText("message_id"))
        .containsExactly("m3");
  }

  @Test
  void placesInAListAreAlike() {
    long device = device();
    for (int i = 0; i < 3; i++) {
      refuse(device, "m", new Refusal(Reason.TIME_MISSING, "No.", "data[" + i + "].t"), "{}");
    }
    assertThat(await().until(() -> list(device, ""), one -> alike(one) == 3)).hasSize(1);
  }

  @Test
  void anEntryIsSentAgainUnderANameThatTellsOfTheOld() {
    long device = device();
    refuse(device, "m1", new Refusal(Reason.UNKNOWN_SENSOR, "No.", "x"), "{x:1}");
    refuse(device, "m1", new Refusal(Reason.UNKNOWN_SENSOR, "No.", "y"), "{x:1}");
    long entry = listed(device, "", 2).path(0).path("id").asLong();

    Http.Answer answer = replay(device, entry + "/replay");
    assertThat(answer.json().toString())
        .isEqualTo("{\"messages\":1,\"entries\":2,\"remaining\":0}");
    List<ConsumerRecord<String, byte[]>> raw = raw(device);
    assertThat(raw).hasSize(1);
    assertThat(new String(raw.get(0).value(), UTF_8)).isEqualTo("{x:1}");
    assertThat(header(raw.get(0), RawHeader.MESSAGE_ID)).isEqualTo("m1#replay-" + entry);
    assertThat(header(raw.get(0), RawHeader.FORMAT)).isEqualTo("short");
    assertThat(header(raw.get(0), RawHeader.RECEIVED_AT)).isEqualTo("" + RECEIVED.toEpochMilli());
    assertThat(list(device, "")).isEmpty();
    assertThat(list(device, "?replayed=true").path(0).path("replayed_at").asText()).isNotEmpty();
  }

  @Test
  void aWholeReasonIsSentAgainAndTheRestWaits() {
    long device = device();
    for (int i = 0; i < 3; i++) {
      refuse(device, "m" + i, new Refusal(Reason.UNKNOWN_SENSOR, "No.", "x"), "{x:" + i + "}");
    }
    refuse(device, "m9", new Refusal(Reason.NOT_PARSED, "No.", null), "{");
    listed(device, "", 2);

    Http.Answer answer = replay(device, "replay?reason=UNKNOWN_SENSOR");
    assertThat(answer.json().toString())
        .isEqualTo("{\"messages\":3,\"entries\":3,\"remaining\":0}");
    assertThat(raw(device)).hasSize(3);
    assertThat(list(device, "").findValuesAsText("message_id")).containsExactly("m9");
    assertThat(replay(device, "replay?reason=nonsense").status()).isEqualTo(422);
  }

  @Test
  void whatNoDoorTookCannotBeSentAgain() {
    long device = device();
    QuarantineTopic.publish(
        new QuarantinedReading(
            device, "m", null, null, RECEIVED, RECEIVED, refusal(), "x".getBytes(UTF_8)));
    JsonNode item = listed(device, "", 1).path(0);
    assertThat(item.path("replayable").asBoolean()).isFalse();
    assertThat(replay(device, item.path("id").asText() + "/replay").status()).isEqualTo(422);
  }

  @Test
  void anotherDevicesEntryIsNotFound() {
    long device = device();
    refuse(device, "m", refusal(), "x");
    long entry = listed(device, "", 1).path(0).path("id").asLong();
    assertThat(replay(device(), entry + "/replay").status()).isEqualTo(404);
  }

  @Test
  void adminsSeeAllDevicesByReasonAndWhatIsOfNone() {
    long device = device();
    refuse(device, "m", refusal(), "x");
    QuarantineTopic.publish(reading(null, "stray", refusal(), "y"));
    QuarantineTopic.publish(reading(Long.MAX_VALUE, "stray", refusal(), "z"));
    listed(device, "", 1);
    Http admin = People.admin().asks();
    await()
        .untilAsserted(
            () -> {
              JsonNode groups = admin.get("/v0/quarantine?per_page=1000").json();
              assertThat(group(groups, device).path("count").asInt()).isEqualTo(1);
              assertThat(group(groups, 0).path("count").asInt()).isGreaterThanOrEqualTo(2);
              assertThat(group(groups, 0).path("via").asText()).isEqualTo("mqtt");
            });
    assertThat(storedStrays()).isZero();
  }

  private static long storedStrays() {
    return TestDatabase.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM quarantine WHERE message_id = 'stray'")
                    .mapTo(Long.class)
                    .one());
  }

  private static JsonNode group(JsonNode groups, long device) {
    return StreamSupport.stream(groups.spliterator(), false)
        .filter(one -> one.path("device_id").asLong() == device)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no group of " + device + " in " + groups));
  }

  private static long device() {
    return ALICE.device(Map.of("name", "d"));
  }

  private static Refusal refusal() {
    return new Refusal(Reason.NOT_PARSED, "Not parsed.", null);
  }

  private static void refuse(long device, String message, Refusal refusal, String payload) {
    QuarantineTopic.publish(reading(device, message, refusal, payload));
  }

  private static QuarantinedReading reading(
      @Nullable Long device, String message, Refusal refusal, String payload) {
    return new QuarantinedReading(
        device,
        message,
        PayloadFormat.SHORT,
        Via.MQTT,
        RECEIVED,
        Instant.now(),
        refusal,
        payload.getBytes(UTF_8));
  }

  private static JsonNode listed(long device, String query, int size) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> list(device, query), items -> items.size() == size);
  }

  private static JsonNode list(long device, String query) {
    Http.Answer answer = ALICE.asks().get("/v0/devices/" + device + "/quarantine" + query);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.json();
  }

  private static int alike(JsonNode items) {
    return items.path(0).path("alike").asInt();
  }

  private static Http.Answer replay(long device, String rest) {
    return ALICE
        .asks()
        .send("POST", "/v0/devices/" + device + "/quarantine/" + rest, BodyPublishers.noBody());
  }

  private static List<ConsumerRecord<String, byte[]>> raw(long device) {
    return CompactedTopic.recordsOf(
        ApiStack.shared().bootstrapServers(), Topic.READINGS_RAW, Long.toString(device));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
