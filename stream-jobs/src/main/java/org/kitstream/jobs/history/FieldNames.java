package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HashMap;
import java.util.Map;
import org.kitstream.contract.history.HistorySchema;

/** The names of a sensor's fields as they stand in a line, equals sign included. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record FieldNames(byte[] value, byte[] raw, byte[] quality) {

  private static FieldNames of(int sensorId) {
    return new FieldNames(
        ascii(HistorySchema.valueField(sensorId) + "="),
        ascii(HistorySchema.rawField(sensorId) + "="),
        ascii(HistorySchema.qualityField(sensorId) + "="));
  }

  static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Names that were made once. The catalogue bounds their number. Not thread-safe. */
  static final class Known {

    private final Map<Integer, FieldNames> bySensor = new HashMap<>();

    FieldNames of(int sensorId) {
      return bySensor.computeIfAbsent(sensorId, FieldNames::of);
    }
  }
}
