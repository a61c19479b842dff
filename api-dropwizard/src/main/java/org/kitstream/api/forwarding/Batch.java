package org.kitstream.api.forwarding;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;

/** What one message of a device became; at least one reading. */
record Batch(long deviceId, List<ProcessedReading> readings) {

  /** The value of one sensor at one time. */
  record TimedValue(Instant at, double value) {}

  /** By ascending time; without those whose formula gave no number. */
  List<TimedValue> valuesOf(int sensorId) {
    return inOrder().stream()
        .flatMap(
            reading ->
                reading.values().stream()
                    .filter(one -> one.sensorId() == sensorId && one.value() != null)
                    .map(one -> new TimedValue(reading.recordedAt(), value(one))))
        .toList();
  }

  /** The device's latest document with this batch in it, for the live view may be behind. */
  LatestDocument over(@Nullable LatestDocument known) {
    Map<Integer, LatestValue> values = new TreeMap<>();
    if (known != null) {
      known.values().forEach(one -> values.put(one.sensorId(), one));
    }
    List<ProcessedReading> readings = inOrder();
    for (ProcessedReading reading : readings) {
      for (SensorValue sent : reading.values()) {
        values.merge(sent.sensorId(), first(sent, reading.recordedAt()), Batch::newer);
      }
    }
    ProcessedReading newest = readings.get(readings.size() - 1);
    List<LatestValue> merged = List.copyOf(values.values());
    if (known != null && !newest.recordedAt().isAfter(known.recordedAt())) {
      return new LatestDocument(
          deviceId,
          known.recordedAt(),
          known.receivedAt(),
          known.processedAt(),
          known.revision(),
          merged);
    }
    return new LatestDocument(
        deviceId,
        newest.recordedAt(),
        newest.receivedAt(),
        newest.processedAt(),
        newest.revision(),
        merged);
  }

  private List<ProcessedReading> inOrder() {
    return readings.stream().sorted(Comparator.comparing(ProcessedReading::recordedAt)).toList();
  }

  private static LatestValue first(SensorValue sent, Instant at) {
    return new LatestValue(
        sent.sensorId(), sent.raw(), sent.value(), null, null, at, sent.quality());
  }

  private static LatestValue newer(LatestValue known, LatestValue sent) {
    return sent.recordedAt().isAfter(known.recordedAt())
        ? new LatestValue(
            sent.sensorId(),
            sent.raw(),
            sent.value(),
            known.raw(),
            known.value(),
            sent.recordedAt(),
            sent.quality())
        : known;
  }

  private static double value(SensorValue sent) {
    Double value = sent.value();
    return value == null ? Double.NaN : value;
  }
}
