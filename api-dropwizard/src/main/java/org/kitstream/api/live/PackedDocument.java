package org.kitstream.api.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;

/**
 * A latest document in a third of its memory: about 50 bytes a sensor and 150 for the rest. NaN
 * stands for null, which is safe because stored numbers are always finite. Immutable.
 */
final class PackedDocument {

  private static final int NUMBERS = 4;

  private final long deviceId;
  private final long recordedAt;
  private final long receivedAt;
  private final long processedAt;
  private final long revision;
  private final int[] sensors;
  private final int[] qualities;
  private final long[] times;

  /** Of each sensor in turn: raw, value, previous raw, previous value. */
  private final double[] numbers;

  private PackedDocument(LatestDocument document) {
    List<LatestValue> values = document.values();
    this.deviceId = document.deviceId();
    this.recordedAt = document.recordedAt().toEpochMilli();
    this.receivedAt = document.receivedAt().toEpochMilli();
    this.processedAt = document.processedAt().toEpochMilli();
    this.revision = document.revision();
    this.sensors = values.stream().mapToInt(LatestValue::sensorId).toArray();
    this.qualities = values.stream().mapToInt(LatestValue::quality).toArray();
    this.times = values.stream().mapToLong(value -> value.recordedAt().toEpochMilli()).toArray();
    this.numbers = new double[NUMBERS * values.size()];
    for (int i = 0; i < values.size(); i++) {
      pack(values.get(i), NUMBERS * i);
    }
  }

  static PackedDocument of(LatestDocument document) {
    return new PackedDocument(document);
  }

  /** The newest reading time, milliseconds since 1970-01-01T00:00Z. */
  long recordedAt() {
    return recordedAt;
  }

  LatestDocument unpack() {
    List<LatestValue> values = new ArrayList<>(sensors.length);
    for (int i = 0; i < sensors.length; i++) {
      values.add(value(i));
    }
    return new LatestDocument(
        deviceId,
        Instant.ofEpochMilli(recordedAt),
        Instant.ofEpochMilli(receivedAt),
        Instant.ofEpochMilli(processedAt),
        revision,
        values);
  }

  private void pack(LatestValue value, int at) {
    numbers[at] = value.raw();
    numbers[at + 1] = orNaN(value.value());
    numbers[at + 2] = orNaN(value.previousRaw());
    numbers[at + 3] = orNaN(value.previousValue());
  }

  private LatestValue value(int i) {
    int at = NUMBERS * i;
    return new LatestValue(
        sensors[i],
        numbers[at],
        orNull(numbers[at + 1]),
        orNull(numbers[at + 2]),
        orNull(numbers[at + 3]),
        Instant.ofEpochMilli(times[i]),
        qualities[i]);
  }

  private static double orNaN(@Nullable Double number) {
    return number == null ? Double.NaN : number;
  }

  private static @Nullable Double orNull(double number) {
    return Double.isNaN(number) ? null : number;
  }
}
