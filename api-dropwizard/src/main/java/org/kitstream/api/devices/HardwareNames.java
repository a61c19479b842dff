package org.kitstream.api.devices;

import org.jspecify.annotations.Nullable;

/** What the owner calls the hardware, where that differs from what it calls itself. */
public record HardwareNames(
    @Nullable String name, @Nullable String type, @Nullable String version, @Nullable String slug) {

  /** No name differs. */
  public static final HardwareNames NONE = new HardwareNames(null, null, null, null);
}
