package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;
import org.kitstream.api.devices.DeviceDetails;
import org.kitstream.api.devices.Policy;
import org.kitstream.contract.device.LatestDocument;

/**
 * A device with all that clients of any generation look for.
 *
 * @param ownerOnly members that are absent for others
 */
record DeviceJson(
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
    OwnerJson owner,
    DataJson data,
    KitJson.@Nullable Brief kit,
    @Nullable Object deviceToken,
    @Nullable Object config,
    @JsonProperty("notify") Notify wishes,
    @Nullable PostprocessingJson postprocessing,
    LocationJson location,
    DataPolicy dataPolicy,
    HardwareJson hardware,
    List<Long> experimentIds,
    @JsonAnyGetter Map<String, Object> ownerOnly) {

  /** What the owner wants to hear. */
  record Notify(boolean stoppedPublishing, boolean lowBattery) {}

  /** What may be done with the data. */
  record DataPolicy(
      boolean isPrivate,
      Object enableForwarding,
      Object preciseLocation,
      @Nullable Object forwardingDestination) {

    static DataPolicy of(Device device, boolean forOwner) {
      Policy policy = device.policy();
      return forOwner
          ? new DataPolicy(
              policy.isPrivate(),
              policy.enableForwarding(),
              policy.preciseLocation(),
              device.forwardingDestination())
          : new DataPolicy(
              policy.isPrivate(), Answers.FILTERED, Answers.FILTERED, Answers.FILTERED);
    }
  }

  static DeviceJson of(DeviceDetails details, Instant now) {
    Device device = details.device();
    return new DeviceJson(
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
        OwnerJson.of(details.owner(), details.ownerDeviceIds()),
        DataJson.of(details),
        KitJson.Brief.of(details.kit()),
        details.forOwner() ? device.token() : Answers.FILTERED,
        details.forOwner() ? raw(device.config()) : Answers.FILTERED,
        new Notify(device.policy().notifyStoppedPublishing(), device.policy().notifyLowBattery()),
        PostprocessingJson.of(device),
        LocationJson.of(device),
        DataPolicy.of(device, details.forOwner()),
        HardwareJson.of(device, details.forOwner()),
        device.experimentIds(),
        ownerOnly(details));
  }

  private static @Nullable RawValue raw(@Nullable String json) {
    return json == null ? null : new RawValue(json);
  }

  private static Map<String, Object> ownerOnly(DeviceDetails details) {
    String mac = details.device().macAddress();
    return details.forOwner()
        ? Map.of("mac_address", mac == null ? NullNode.getInstance() : mac)
        : Map.of();
  }
}
