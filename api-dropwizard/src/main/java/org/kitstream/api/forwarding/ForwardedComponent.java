package org.kitstream.api.forwarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.sensors.Measurement;
import org.kitstream.api.sensors.Sensor;
import org.kitstream.contract.device.LatestDocument.LatestValue;

/**
 * A sensor of a forwarded device, with what it measured last and in the batch.
 *
 * @param lastReadingAt null until it first sends something
 * @param readings those of the batch; null without one
 */
public record ForwardedComponent(
    Kind sensor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lastReadingAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double latestValue,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double previousValue,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Reading> readings) {

  /** What it is. */
  record Kind(
      int id,
      String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Quantity measurement,
      List<String> tags) {}

  /** What it measures. */
  record Quantity(int id, String name) {}

  /** One value of the batch. */
  record Reading(String timestamp, double value) {}

  static ForwardedComponent of(
      Sensor sensor, @Nullable LatestValue latest, @Nullable List<Batch.TimedValue> sent) {
    Measurement measured = sensor.measurement();
    Quantity quantity = measured == null ? null : new Quantity(measured.id(), measured.name());
    List<Reading> readings =
        sent == null
            ? null
            : sent.stream().map(one -> new Reading(one.at().toString(), one.value())).toList();
    return new ForwardedComponent(
        new Kind(sensor.id(), sensor.name(), sensor.unit(), quantity, sensor.tags()),
        latest == null ? null : latest.recordedAt().toString(),
        latest == null ? null : latest.value(),
        latest == null ? null : latest.previousValue(),
        readings);
  }
}
