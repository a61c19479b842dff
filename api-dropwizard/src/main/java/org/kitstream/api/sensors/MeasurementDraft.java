package org.kitstream.api.sensors;

import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/** All of a measurement that can be set from outside. */
public record MeasurementDraft(
    @Nullable String name,
    @Nullable String description,
    @Nullable String unit,
    @Nullable String definition) {

  /** A measurement of which nothing was said yet. */
  public static final MeasurementDraft EMPTY = new MeasurementDraft(null, null, null, null);

  Violations violations() {
    return new Violations()
        .addIfBlank(name, "name")
        .addIfBlank(description, "description")
        .addIfLongLine(name, "name")
        .addIfLongText(description, "description")
        .addIfLongLine(unit, "unit")
        .addIfLongText(definition, "definition");
  }
}
