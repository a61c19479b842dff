package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.sensors.Measurement;

record MeasurementJson(
    int id,
    UUID uuid,
    String name,
    String description,
    @Nullable String definition,
    Instant createdAt,
    Instant updatedAt) {

  static MeasurementJson of(Measurement measurement) {
    return new MeasurementJson(
        measurement.id(),
        measurement.uuid(),
        measurement.name(),
        measurement.description(),
        measurement.definition(),
        measurement.createdAt(),
        measurement.updatedAt());
  }
}
