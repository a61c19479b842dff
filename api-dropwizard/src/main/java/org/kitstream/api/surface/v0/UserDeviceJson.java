package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;
import org.kitstream.api.devices.DeviceDetails;
import org.kitstream.contract.device.LatestDocument;

/**
 * A device within its owner.
 *
 * @param location null unless the device is the viewer's or the viewer an admin
 */
record UserDeviceJson(
    long id,
    UUID uuid,
    String name,
    @Nullable String description,
    String status,
    String state,
    List<String> systemTags,
    List<String> userTags,
    Instant addedAt,
    Instant createdAt,
    @Nullable Instant lastReadingAt,
    Instant updatedAt,
    @Nullable Integer kitId,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable LocationJson location,
    String owner,
    @Nullable Map<String, Object> data) {

  static UserDeviceJson of(DeviceDetails details, Instant now) {
    Device device = details.device();
    return new UserDeviceJson(
        device.id(),
        device.uuid(),
        device.name(),
        device.description(),
        details.status().name().toLowerCase(Locale.ROOT),
        details.state(),
        details.systemTags(now),
        device.tags(),
        device.createdAt(),
        device.createdAt(),
        details.latest().map(LatestDocument::recordedAt).orElse(null),
        device.updatedAt(),
        device.kitId(),
        device.placement().latitude(),
        device.placement().longitude(),
        details.forOwner() ? LocationJson.of(device) : null,
        details.owner().username(),
        details.latest().map(FlatData::of).orElse(null));
  }
}
