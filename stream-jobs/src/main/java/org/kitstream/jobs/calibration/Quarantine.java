package org.kitstream.jobs.calibration;

import java.time.Instant;
import java.util.Arrays;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal;

/**
 * Makes quarantined readings that Kafka will take. As JSON with base64 one can be larger than its
 * payload was, and sentences quote what a kit wrote: a record above Kafka's megabyte would stop the
 * job for ever, so what is beyond the bounds is cut off.
 */
final class Quarantine {

  /** A payload is kept whole up to this; no door lets a larger one in. */
  static final int PAYLOAD_BYTES = 700 * 1024;

  static final int SENTENCE_CHARS = 300;
  static final int FIELD_CHARS = 100;

  private Quarantine() {}

  static QuarantinedReading of(RawReading reading, Refusal refusal, Instant now) {
    return new QuarantinedReading(
        reading.deviceId(),
        reading.messageId(),
        reading.format(),
        reading.via(),
        reading.receivedAt(),
        now,
        bounded(refusal),
        bounded(reading.payload()));
  }

  static byte[] bounded(byte[] payload) {
    return payload.length <= PAYLOAD_BYTES ? payload : Arrays.copyOf(payload, PAYLOAD_BYTES);
  }

  static Refusal bounded(Refusal refusal) {
    String field = refusal.field();
    return new Refusal(
        refusal.reason(),
        cut(refusal.sentence(), SENTENCE_CHARS),
        field == null ? null : cut(field, FIELD_CHARS));
  }

  private static String cut(String text, int chars) {
    return text.length() <= chars ? text : text.substring(0, chars) + "…";
  }
}
