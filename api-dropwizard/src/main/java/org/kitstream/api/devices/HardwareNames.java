package org.kitstream.api.devices;

import org.jspecify.annotations.Nullable;

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
}
