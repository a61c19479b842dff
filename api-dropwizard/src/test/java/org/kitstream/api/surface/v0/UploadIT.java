package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.payload.PayloadParser;
import org.kitstream.contract.payload.PostedItem;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

class UploadIT {

  private static final Person ALICE = People.citizen("alice");
  private static final int SCK_2_1 = 26;

  @Test
  void aDryRunTellsWhatIsInTheFileAndKeepsNothing() {
    long device = device();
    Http.Answer answer = ALICE.asks().send("POST", path(device) + "?dry_run=true", sdCard());

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.json().path("rows").asInt()).isEqualTo(10);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(8);
    assertThat(answer.json().path("reasons").path(1).path("examples").path(0).toString())
        .isEqualTo("{\"line\":11,\"field\":\"HUM\",\"text\":\"oops\"}");
    assertThat(answer.json().path("sensors").path(0).path("sensor_id").asInt()).isEqualTo(55);
    assertThat(answer.json().path("sensors").path(0).path("key").asText()).isEqualTo("t");
    assertThat(answer.json().path("unmatched").toString()).isEqualTo("[\"ADC_48_0\"]");
    assertThat(answer.json().path("from").asText()).isEqualTo("2000-01-01T00:00:41Z");
    assertThat(answer.json().path("problems").findValuesAsText("problem"))
        .containsExactly("CLOCK_BEFORE_2010", "TIME_REPEATS", "GAPS");
    assertThat(ALICE.asks().get("/v0/devices/" + device + "/uploads").json()).isEmpty();
    assertThat(raw(device)).isEmpty();
  }

  @Test
  void theRowsGoTheWayOfLiveReadingsAndTheJobTellsHowFarItIs() {
    long device = device();
    JsonNode done = finished(upload(device, sdCard(), "text/csv"));

    assertThat(done.path("state").asText()).isEqualTo("done");
    assertThat(done.path("percent").asInt()).isEqualTo(100);
    assertThat(done.path("accepted").asInt()).isEqualTo(8);
    assertThat(done.path("refused").asInt()).isEqualTo(2);
    assertThat(done.path("report").path("sensors")).hasSize(5);
    assertThat(done.path("finished_at").asText()).isNotEmpty();
    List<PostedItem> items = items(device);
    assertThat(items).hasSize(8);
    assertThat(items.get(0).recordedAt()).isEqualTo("2000-01-01T00:00:41Z");
    assertThat(items.get(1).values().toString())
        .isEqualTo(
            "[PostedValue[sensor=ById[id=55], number=21.2],"
                + " PostedValue[sensor=ById[id=56], number=44.0],"
                + " PostedValue[sensor=ById[id=10], number=99.0],"
                + " PostedValue[sensor=ById[id=53], number=41.0]]");
    ConsumerRecord<String, byte[]> record = raw(device).get(0);
    assertThat(header(record, RawHeader.FORMAT)).isEqualTo("csv-row");
    assertThat(header(record, RawHeader.VIA)).isEqualTo("upload");
    assertThat(header(record, RawHeader.MESSAGE_ID)).matches("upload:[0-9a-f]{64}:5");
  }

  @Test
  void theSameFileAgainIsTheSameMessagesAgain() {
    long device = device();
    finished(upload(device, sdCard(), "text/csv"));
    finished(upload(device, sdCard(), "text/csv"));

    List<ConsumerRecord<String, byte[]>> records = raw(device);
    assertThat(records).hasSize(2);
    assertThat(records.get(0).value()).isEqualTo(records.get(1).value());
    assertThat(header(records.get(0), RawHeader.MESSAGE_ID))
        .isEqualTo(header(records.get(1), RawHeader.MESSAGE_ID));
    Http.Answer list = ALICE.asks().get("/v0/devices/" + device + "/uploads");
    assertThat(list.json()).hasSize(2);
    assertThat(list.header("Total")).isEqualTo("2");
  }

  @Test
  void aCompressedFileAndAFormAreTaken() throws IOException {
    long device = device();
    byte[] gzip = compressed(fixture());
    finished(upload(device, BodyPublishers.ofByteArray(gzip), "application/gzip"));
    Http encoded = ALICE.asks().with("Content-Encoding", "gzip").with("Content-Type", "text/csv");
    Http.Answer answer = encoded.send("POST", path(device), BodyPublishers.ofByteArray(gzip));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
    finished(answer.json().path("id").asLong());
    String form =
        "--frontier\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
            + "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + new String(fixture(), UTF_8)
            + "\r\n--frontier--\r\n";
    JsonNode done =
        finished(
            upload(
                device, BodyPublishers.ofString(form), "multipart/form-data; boundary=frontier"));
    assertThat(done.path("accepted").asInt()).isEqualTo(8);
    assertThat(raw(device)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'', The file is empty.",
    "'a,b\n1,2\n', No column of the first line is called time",
    "'time,nobody\n2024-01-01T00:00:00Z,2\n', No column is of a sensor",
    "'\u0000\u0001', The file is not text."
  })
  void whatIsNoFileOfReadingsIsRefusedWithASentence(String file, String sentence) {
    long device = device();
    Http.Answer answer =
        ALICE
            .asks()
            .with("Content-Type", "text/csv")
            .send("POST", path(device), BodyPublishers.ofString(file));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("errors")).contains(sentence);
    assertThat(ALICE.asks().get("/v0/devices/" + device + "/uploads").json()).isEmpty();
  }

  @Test
  void aSmallBodyThatGrowsBeyondTheBoundIsRefused() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write("time,55\n".getBytes(UTF_8));
      byte[] lines = "\n".repeat(1 << 20).getBytes(UTF_8);
      for (int mebibytes = 0; mebibytes < 101; mebibytes++) {
        gzip.write(lines);
      }
    }
    for (String dryRun : List.of("true", "false")) {
      Http.Answer answer =
          ALICE
              .asks()
              .with("Content-Type", "text/csv")
              .send(
                  "POST",
                  path(device()) + "?dry_run=" + dryRun,
                  BodyPublishers.ofByteArray(bomb.toByteArray()));
      assertThat(answer.status()).isEqualTo(413);
    }
  }

  @Test
  void aFormWithoutAFileIsRefused() {
    Http.Answer answer =
        ALICE
            .asks()
            .with("Content-Type", "multipart/form-data; boundary=x")
            .send("POST", path(device()), BodyPublishers.ofString("--x--\r\n"));
    assertThat(answer.status()).isEqualTo(400);
  }

  /** An upload of a device of this person's; its id. */
  static long uploaded(Person owner) {
    long device = owner.device(Map.of("name", "d", "kit_id", SCK_2_1));
    Http.Answer answer =
        owner.asks().with("Content-Type", "text/csv").send("POST", path(device), sdCard());
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
    return answer.json().path("id").asLong();
  }

  private static long device() {
    return ALICE.device(Map.of("name", "d", "kit_id", SCK_2_1));
  }

  private static String path(long device) {
    return "/v0/devices/" + device + "/readings/upload";
  }

  private static long upload(long device, BodyPublisher body, String type) {
    Http.Answer answer = ALICE.asks().with("Content-Type", type).send("POST", path(device), body);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
    assertThat(answer.header("Location")).endsWith("/v0/uploads/" + answer.text("id"));
    return answer.json().path("id").asLong();
  }

  private static JsonNode finished(long upload) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> ALICE.asks().get("/v0/uploads/" + upload).json(),
            answer -> !answer.path("finished_at").isNull());
  }

  private static List<ConsumerRecord<String, byte[]>> raw(long device) {
    return CompactedTopic.recordsOf(
        ApiStack.shared().bootstrapServers(), Topic.READINGS_RAW, Long.toString(device));
  }

  private static List<PostedItem> items(long device) {
    return raw(device).stream()
        .map(record -> PayloadParser.of(PayloadFormat.CSV_ROW).parse(record.value(), Instant.EPOCH))
        .flatMap(parsed -> parsed.items().stream())
        .toList();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static BodyPublisher sdCard() {
    return BodyPublishers.ofByteArray(fixture());
  }

  private static byte[] fixture() {
    try (InputStream in = UploadIT.class.getResourceAsStream("/sd-card.csv")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] compressed(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }
}
