package org.kitstream.api.devices;

import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * What the owner says of the hardware, where that differs from what it calls itself.
 *
 * @param readingsFormat the platform whose payloads it sends, by the wire name of a {@link
 *     org.kitstream.contract.reading.PayloadFormat}; null: ours
 */
public record HardwareNames(
    @Nullable String name,
    @Nullable String type,
    @Nullable String version,
    @Nullable String slug,
    @Nullable String readingsFormat) {

  /** No name differs. */
  public static final HardwareNames NONE = new HardwareNames(null, null, null, null, null);

  /** Adds what is wrong with the names. */
  void check(Violations violations) {
    violations
        .addIfLongLine(name, "hardware_name_override")
        .addIfLongLine(type, "hardware_type_override")
        .addIfLongLine(version, "hardware_version_override")
        .addIfLongLine(slug, "hardware_slug_override");
  }
}
