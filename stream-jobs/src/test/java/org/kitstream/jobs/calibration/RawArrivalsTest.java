package org.kitstream.jobs.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.reading.Via;
import org.kitstream.contract.topic.RawHeader;

class RawArrivalsTest {

  private static final byte[] PAYLOAD = "{}".getBytes(UTF_8);

  @Test
  void takesWhatADoorWrote() {
    RawReading reading =
        arrival("9", PAYLOAD, doorHeaders("json", "http", "1714564800250", "m-1")).reading();

    assertThat(reading)
        .usingRecursiveComparison()
        .isEqualTo(
            new RawReading(
                9,
                "m-1",
                PayloadFormat.JSON,
                Via.HTTP,
                Instant.parse("2024-05-01T12:00:00.250Z"),
                PAYLOAD));
  }

  @Test
  void namesAMessageThatHasNoNameAfterItsPlaceInKafka() {
    var headers = new RecordHeaders();
    headers.add(RawHeader.FORMAT, "short".getBytes(UTF_8));
    headers.add(RawHeader.VIA, "mqtt".getBytes(UTF_8));

    RawReading reading = arrival("9", PAYLOAD, headers).reading();

    assertThat(reading.messageId()).isEqualTo("readings.raw-3@17");
    assertThat(reading.receivedAt()).isEqualTo(Instant.ofEpochMilli(5));
  }

  @Test
  void anEmptyValueIsAnEmptyPayload() {
    assertThat(arrival("9", null, doorHeaders("json", "http", "1", "m")).reading().payload())
        .isEmpty();
  }

  @Test
  void refusesAKeyThatIsNoDevice() {
    QuarantinedReading refused =
        arrival("kit", PAYLOAD, doorHeaders("json", "http", "1", "m")).refused();

    assertThat(refused.deviceId()).isNull();
    assertThat(refused.refusal().reason()).isEqualTo(Reason.NOT_PARSED);
    assertThat(refused.payload()).isEqualTo(PAYLOAD);
  }

  @Test
  void refusesAMissingKey() {
    assertThat(arrival(null, PAYLOAD, doorHeaders("json", "http", "1", "m")).refused()).isNotNull();
  }

  @Test
  void refusesHeadersThatMakeNoSenseUnderTheDevice() {
    for (RecordHeaders headers :
        List.of(
            new RecordHeaders(),
            doorHeaders("yaml", "http", "1", "m"),
            doorHeaders("json", "pigeon", "1", "m"),
            doorHeaders("json", "http", "noon", "m"))) {
      assertThat(arrival("9", PAYLOAD, headers).refused().deviceId()).isEqualTo(9);
    }
  }

  private static RawArrival arrival(
      @Nullable String key, byte @Nullable [] value, RecordHeaders headers) {
    List<RawArrival> out = new ArrayList<>();
    byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
    new RawArrivals()
        .deserialize(
            new ConsumerRecord<>(
                "readings.raw",
                3,
                17,
                5,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                keyBytes,
                value,
                headers,
                Optional.empty()),
            new ListCollector<>(out));
    return out.get(0);
  }

  private static RecordHeaders doorHeaders(
      String format, String via, String receivedAt, String messageId) {
    var headers = new RecordHeaders();
    headers.add(RawHeader.FORMAT, format.getBytes(UTF_8));
    headers.add(RawHeader.VIA, via.getBytes(UTF_8));
    headers.add(RawHeader.RECEIVED_AT, receivedAt.getBytes(UTF_8));
    headers.add(RawHeader.MESSAGE_ID, messageId.getBytes(UTF_8));
    return headers;
  }
}
