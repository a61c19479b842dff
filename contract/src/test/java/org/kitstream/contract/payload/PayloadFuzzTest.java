package org.kitstream.contract.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.Refusal;

/** What must hold of every parser for any bytes whatever; {@code ops/fuzz} looks for such bytes. */
class PayloadFuzzTest {

  private static final Instant RECEIVED_AT = Instant.parse("2026-05-01T10:00:00Z");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A machine that is busy with the first of all inputs needs most of the first part. */
  private static final long NANOS_ALWAYS = Duration.ofSeconds(2).toNanos();

  private static final long NANOS_PER_BYTE = 100_000;

  @FuzzTest
  void json(byte[] payload) {
    check(PayloadFormat.JSON, payload);
  }

  @FuzzTest
  void shortFormat(byte[] payload) {
    check(PayloadFormat.SHORT, payload);
  }

  @FuzzTest
  void csvRows(byte[] payload) {
    check(PayloadFormat.CSV_ROW, payload);
  }

  @FuzzTest
  void legacy(byte[] payload) {
    check(PayloadFormat.LEGACY, payload);
  }

  @FuzzTest
  void sensorCommunity(byte[] payload) {
    check(PayloadFormat.SENSOR_COMMUNITY, payload);
  }

  @FuzzTest
  void cityProbe(byte[] payload) {
    check(PayloadFormat.CITY_PROBE, payload);
  }

  private static void check(PayloadFormat format, byte[] payload) {
    PayloadParser parser = PayloadParser.of(format);
    byte[] before = payload.clone();
    long started = THREADS.getCurrentThreadCpuTime();
    ParsedPayload parsed = parser.parse(payload, RECEIVED_AT);
    long nanos = THREADS.getCurrentThreadCpuTime() - started;
    assertThat(nanos).isLessThan(NANOS_ALWAYS + payload.length * NANOS_PER_BYTE);
    assertThat(payload).as("the payload is left as it was").isEqualTo(before);
    assertThat(parser.parse(payload, RECEIVED_AT)).as("read again").isEqualTo(parsed);
    assertThat(parts(parsed)).isLessThanOrEqualTo(payload.length + 1L);
    parsed.items().forEach(PayloadFuzzTest::check);
    parsed.refusals().forEach(PayloadFuzzTest::check);
  }

  private static long parts(ParsedPayload parsed) {
    long values = parsed.items().stream().mapToLong(item -> item.values().size()).sum();
    return parsed.items().size() + values + parsed.refusals().size();
  }

  /** Whether a time can be is for the stream to say; here it only has to be one. */
  private static void check(PostedItem item) {
    assertThat(item.recordedAt()).isNotNull();
    assertThat(item.recordedAt().truncatedTo(ChronoUnit.MILLIS)).isEqualTo(item.recordedAt());
    for (PostedValue value : item.values()) {
      assertThat(value.number()).isFinite();
      assertThat(value.sensor().text()).isNotNull();
    }
  }

  private static void check(Refusal refusal) {
    assertThat(refusal.reason()).isNotNull();
    assertThat(refusal.sentence()).isNotBlank();
  }
}
