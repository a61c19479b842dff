package org.kitstream.api.sensors;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that can record, or (a parent) a part that groups such things.
 *
 * @param ancestry the ids above it, outermost first, such as {@code 59/60}; null at the top
 * @param defaultKey its usual short name; sensors of different generations share some
 * @param tags names of its sensor tags, sorted
 */
public record Sensor(
    int id,
    UUID uuid,
    @Nullable String ancestry,
    @Nullable Integer parentId,
    String name,
    String description,
    @Nullable String unit,
    @Nullable Measurement measurement,
    @Nullable String defaultKey,
    @Nullable String datasheet,
    @Nullable String unitDefinition,
    List<String> tags,
    Instant createdAt,
    Instant updatedAt) {

  static Sensor of(SensorRow row, @Nullable Measurement measurement, List<String> tags) {
    return new Sensor(
        row.id(),
        row.uuid(),
        row.ancestry(),
        row.parentId(),
        row.name(),
        row.description(),
        row.unit(),
        measurement,
        row.defaultKey(),
        row.datasheet(),
        row.unitDefinition(),
        tags,
        row.createdAt(),
        row.updatedAt());
  }

  /** What can be changed, as it is now. */
  SensorDraft draft() {
    return new SensorDraft(
        name,
        description,
        unit,
        measurement == null ? null : measurement.id(),
        defaultKey,
        datasheet,
        unitDefinition);
  }
}
