package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.sensors.Measurement;
import org.kitstream.api.sensors.Sensor;
import org.kitstream.contract.device.LatestDocument.LatestValue;

/** A sensor of a device with its newest values; these are null until it sends some. */
record DataSensorJson(
    int id,
    @Nullable String ancestry,
    String name,
    String description,
    @Nullable String unit,
    Instant createdAt,
    Instant updatedAt,
    UUID uuid,
    @Nullable String defaultKey,
    @Nullable String datasheet,
    @Nullable String unitDefinition,
    @Nullable Integer measurementId,
    @Nullable MeasurementWithUnit measurement,
    @Nullable Double value,
    @Nullable Number rawValue,
    @Nullable Double prevValue,
    @Nullable Number prevRawValue,
    @Nullable Instant lastReadingAt,
    List<String> tags) {

  /** The measurement within a device's sensor. */
  record MeasurementWithUnit(
      int id,
      UUID uuid,
      String name,
      String description,
      @Nullable String unit,
      @Nullable String definition) {

    static @Nullable MeasurementWithUnit of(@Nullable Measurement measurement) {
      return measurement == null
          ? null
          : new MeasurementWithUnit(
              measurement.id(),
              measurement.uuid(),
              measurement.name(),
              measurement.description(),
              measurement.unit(),
              measurement.definition());
    }
  }

  static DataSensorJson of(Sensor sensor, @Nullable LatestValue latest) {
    Measurement measurement = sensor.measurement();
    return new DataSensorJson(
        sensor.id(),
        sensor.ancestry(),
        sensor.name(),
        sensor.description(),
        sensor.unit(),
        sensor.createdAt(),
        sensor.updatedAt(),
        sensor.uuid(),
        sensor.defaultKey(),
        sensor.datasheet(),
        sensor.unitDefinition(),
        measurement == null ? null : measurement.id(),
        MeasurementWithUnit.of(measurement),
        latest == null ? null : latest.value(),
        latest == null ? null : Answers.posted(latest.raw()),
        latest == null ? null : latest.previousValue(),
        latest == null ? null : Answers.posted(latest.previousRaw()),
        latest == null ? null : latest.recordedAt(),
        sensor.tags());
  }
}
