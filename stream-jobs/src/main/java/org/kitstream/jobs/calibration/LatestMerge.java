package org.kitstream.jobs.calibration;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;

/** How a reading moves its device's latest document on. */
final class LatestMerge {

  private LatestMerge() {}

  /**
   * The document after the reading: its sensors replace theirs, other sensors stay, and what the
   * document said before becomes the previous of every sensor.
   *
   * @param former null when the device never had one
   * @param reading not older than {@code former}
   * @return null when the reading says what the document says already
   */
  static @Nullable LatestDocument merge(@Nullable LatestDocument former, ProcessedReading reading) {
    List<LatestValue> before = former == null ? List.of() : former.values();
    boolean sameTime = former != null && former.recordedAt().equals(reading.recordedAt());
    if (sameTime && reading.values().stream().allMatch(value -> isKnown(value, before, reading))) {
      return null;
    }
    return new LatestDocument(
        reading.deviceId(),
        reading.recordedAt(),
        reading.receivedAt(),
        reading.processedAt(),
        reading.revision(),
        mergeValues(before, reading));
  }

  /**
   * As {@link #merge}, but what the reading does not have leaves the document: kits that post to
   * {@code /add} send all their sensors each time.
   */
  static @Nullable LatestDocument replace(
      @Nullable LatestDocument former, ProcessedReading reading) {
    if (former == null) {
      return merge(null, reading);
    }
    Set<Integer> sent = reading.values().stream().map(SensorValue::sensorId).collect(toSet());
    List<LatestValue> staying =
        former.values().stream().filter(value -> sent.contains(value.sensorId())).toList();
    LatestDocument reduced =
        new LatestDocument(
            former.deviceId(),
            former.recordedAt(),
            former.receivedAt(),
            former.processedAt(),
            former.revision(),
            staying);
    LatestDocument merged = merge(reduced, reading);
    boolean somethingLeft = staying.size() < former.values().size();
    return merged == null && somethingLeft ? reduced : merged;
  }

  /** Merges two lists that both ascend by sensor id. */
  private static List<LatestValue> mergeValues(List<LatestValue> before, ProcessedReading reading) {
    List<SensorValue> news = reading.values();
    List<LatestValue> merged = new ArrayList<>(before.size() + news.size());
    int b = 0;
    for (SensorValue value : news) {
      while (b < before.size() && before.get(b).sensorId() < value.sensorId()) {
        merged.add(kept(before.get(b++)));
      }
      boolean had = b < before.size() && before.get(b).sensorId() == value.sensorId();
      merged.add(renewed(value, had ? before.get(b++) : null, reading));
    }
    while (b < before.size()) {
      merged.add(kept(before.get(b++)));
    }
    return merged;
  }

  private static LatestValue renewed(
      SensorValue value, @Nullable LatestValue before, ProcessedReading reading) {
    return new LatestValue(
        value.sensorId(),
        value.raw(),
        value.value(),
        before == null ? null : before.raw(),
        before == null ? null : before.value(),
        reading.recordedAt(),
        value.quality());
  }

  private static LatestValue kept(LatestValue before) {
    return new LatestValue(
        before.sensorId(),
        before.raw(),
        before.value(),
        before.raw(),
        before.value(),
        before.recordedAt(),
        before.quality());
  }

  private static boolean isKnown(
      SensorValue value, List<LatestValue> before, ProcessedReading reading) {
    return before.stream()
        .anyMatch(
            known ->
                known.sensorId() == value.sensorId()
                    && Double.compare(known.raw(), value.raw()) == 0
                    && Objects.equals(known.value(), value.value())
                    && known.quality() == value.quality()
                    && known.recordedAt().equals(reading.recordedAt()));
  }
}
