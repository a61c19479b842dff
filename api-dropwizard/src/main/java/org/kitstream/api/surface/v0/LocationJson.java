package org.kitstream.api.surface.v0;

import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;

/** Where a device is; the elevation in whole metres. */
record LocationJson(
    @Nullable String exposure,
    @Nullable Long elevation,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String geohash,
    @Nullable String city,
    @Nullable String countryCode,
    @Nullable String country) {

  static LocationJson of(Device device) {
    Double elevation = device.placement().elevation();
    return new LocationJson(
        device.placement().exposure(),
        elevation == null ? null : elevation.longValue(),
        device.placement().latitude(),
        device.placement().longitude(),
        device.geohash(),
        device.city(),
        device.countryCode(),
        Answers.country(device.countryCode()));
  }
}
