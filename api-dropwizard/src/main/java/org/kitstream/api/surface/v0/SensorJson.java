package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.sensors.Measurement;
import org.kitstream.api.sensors.Sensor;

record SensorJson(
    int id,
    UUID uuid,
    @Nullable Integer parentId,
    String name,
    String description,
    @Nullable String unit,
    List<String> tags,
    @Nullable String datasheet,
    @Nullable String unitDefinition,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Brief measurement) {

  /** The measurement within its sensor. */
  record Brief(int id, UUID uuid, String name, String description, @Nullable String definition) {

    static @Nullable Brief of(@Nullable Measurement measurement) {
      return measurement == null
          ? null
          : new Brief(
              measurement.id(),
              measurement.uuid(),
              measurement.name(),
              measurement.description(),
              measurement.definition());
    }
  }

  static SensorJson of(Sensor sensor) {
    return new SensorJson(
        sensor.id(),
        sensor.uuid(),
        sensor.parentId(),
        sensor.name(),
        sensor.description(),
        sensor.unit(),
        sensor.tags(),
        sensor.datasheet(),
        sensor.unitDefinition(),
        sensor.createdAt(),
        sensor.updatedAt(),
        Brief.of(sensor.measurement()));
  }
}
