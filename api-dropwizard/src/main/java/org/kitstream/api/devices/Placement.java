package org.kitstream.api.devices;

import org.jspecify.annotations.Nullable;

/**
 * Where a device is.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param elevation metres above the sea
 * @param exposure {@code indoor} or {@code outdoor}
 */
public record Placement(
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Double elevation,
    @Nullable String exposure) {

  /** Nothing is known. */
  public static final Placement UNKNOWN = new Placement(null, null, null, null);
}
