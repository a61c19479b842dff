package org.kitstream.api.sensors;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quantity that sensors measure, such as the temperature of the air. */
public record Measurement(
    int id,
    UUID uuid,
    String name,
    String description,
    @Nullable String unit,
    @Nullable String definition,
    Instant createdAt,
    Instant updatedAt) {

  /** What can be changed, as it is now. */
  MeasurementDraft draft() {
    return new MeasurementDraft(name, description, unit, definition);
  }
}
