package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;
import org.kitstream.api.devices.DeviceNow;
import org.kitstream.contract.device.LatestDocument;

/** A device on the map of the world. Says nothing that is for its owner alone. */
record MapDeviceJson(
    long id,
    String name,
    @Nullable String description,
    long ownerId,
    String ownerUsername,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String city,
    @Nullable String countryCode,
    @Nullable Integer kitId,
    String status,
    @Nullable String exposure,
    @Nullable Map<String, Object> data,
    Instant addedAt,
    String state,
    List<String> systemTags,
    List<String> userTags,
    @Nullable Instant lastReadingAt,
    Instant updatedAt,
    LocationJson location,
    HardwareJson hardware) {

  static MapDeviceJson of(DeviceNow one, Instant now) {
    Device device = one.device();
    return new MapDeviceJson(
        device.id(),
        device.name(),
        device.description(),
        device.ownerId(),
        one.owner().username(),
        device.placement().latitude(),
        device.placement().longitude(),
        device.city(),
        device.countryCode(),
        device.kitId(),
        one.status().name().toLowerCase(Locale.ROOT),
        device.placement().exposure(),
        one.latest().map(FlatData::of).orElse(null),
        device.createdAt(),
        one.state(),
        one.systemTags(now),
        device.tags(),
        one.latest().map(LatestDocument::recordedAt).orElse(null),
        device.updatedAt(),
        LocationJson.of(device),
        HardwareJson.of(device, false));
  }
}
