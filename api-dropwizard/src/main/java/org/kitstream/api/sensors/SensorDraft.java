package org.kitstream.api.sensors;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * All of a sensor that can be set from outside.
 *
 * @param defaultKey its usual short name; begins with a letter, so that it is never taken for an id
 */
public record SensorDraft(
    @Nullable String name,
    @Nullable String description,
    @Nullable String unit,
    @Nullable Integer measurementId,
    @Nullable String defaultKey,
    @Nullable String datasheet,
    @Nullable String unitDefinition) {

  /** A sensor of which nothing was said yet. */
  public static final SensorDraft EMPTY = new SensorDraft(null, null, null, null, null, null, null);

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

  Violations violations() {
    return new Violations()
        .addIfBlank(name, "name")
        .addIfBlank(description, "description")
        .addIfLongLine(name, "name")
        .addIfLongText(description, "description")
        .addIfLongLine(unit, "unit")
        .addIfLongText(datasheet, "datasheet")
        .addIfLongText(unitDefinition, "unit_definition")
        .addIf(
            defaultKey != null && !KEY.matcher(defaultKey).matches(),
            "default_key",
            Violations.INVALID);
  }
}
