package org.kitstream.contract.device;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest of everything a device sent, in {@code devices.latest}. A sensor that is sent rarely
 * keeps its last value. Late data never moves it back.
 *
 * @param recordedAt the newest reading time
 * @param receivedAt when the platform received that reading
 * @param processedAt when that reading was calibrated
 * @param revision the profile revision that processed it
 * @param values by ascending sensor id
 */
public record LatestDocument(
    long deviceId,
    Instant recordedAt,
    Instant receivedAt,
    Instant processedAt,
    long revision,
    List<LatestValue> values) {

  /**
   * The newest of one sensor.
   *
   * @param value null when the formula gave no finite number
   * @param previousRaw what {@code raw} was before the document last changed; null at first
   * @param recordedAt when this sensor was last read; older than the document's for a rare sensor
   */
  public record LatestValue(
      int sensorId,
      double raw,
      @Nullable Double value,
      @Nullable Double previousRaw,
      @Nullable Double previousValue,
      Instant recordedAt,
      int quality) {}
}
