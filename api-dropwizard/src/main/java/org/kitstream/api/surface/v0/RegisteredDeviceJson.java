package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;
import org.kitstream.api.devices.DeviceDetails;

/** A device as the onboarding app gets it: flat, for its owner's eyes. */
record RegisteredDeviceJson(
    long id,
    UUID uuid,
    long ownerId,
    String name,
    @Nullable String description,
    @Nullable Integer kitId,
    @Nullable String macAddress,
    @Nullable String deviceToken,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String geohash,
    @Nullable String exposure,
    LocationJson location,
    List<String> systemTags,
    List<String> userTags,
    boolean isPrivate,
    @JsonRawValue String meta,
    String state,
    String workflowState,
    Instant createdAt,
    Instant updatedAt) {

  static RegisteredDeviceJson of(DeviceDetails details, Instant now) {
    Device device = details.device();
    return new RegisteredDeviceJson(
        device.id(),
        device.uuid(),
        device.ownerId(),
        device.name(),
        device.description(),
        device.kitId(),
        device.macAddress(),
        device.token(),
        device.placement().latitude(),
        device.placement().longitude(),
        device.geohash(),
        device.placement().exposure(),
        LocationJson.of(device),
        details.systemTags(now),
        device.tags(),
        device.policy().isPrivate(),
        device.meta(),
        details.state(),
        "active",
        device.createdAt(),
        device.updatedAt());
  }
}
