package org.kitstream.api.forwarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;
import org.kitstream.api.devices.DeviceDetails;
import org.kitstream.api.devices.Hardware;
import org.kitstream.api.users.Country;
import org.kitstream.api.users.User;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;

/**
 * A device as one of those who may know of it sees it: the payload of forwarding, which is for its
 * owner and has the readings of one batch. Members that are null are left out.
 *
 * @param unauthorizedFields what the viewer may not see; null when that is nothing
 */
public record ForwardedDevice(
    long id,
    UUID uuid,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
    String state,
    List<String> systemTags,
    List<String> userTags,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lastReadingAt,
    String createdAt,
    String updatedAt,
    @JsonProperty("notify") Wishes wishes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String deviceToken,
    Place location,
    DataPolicy dataPolicy,
    HardwareSeen hardware,
    Owner owner,
    List<ForwardedComponent> components,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> unauthorizedFields) {

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .writerFor(ForwardedDevice.class);

  /** What only the owner and admins see, as a viewer of the device would look for it. */
  private static final List<String> OWNERS_ALONE =
      List.of(
          "device_token",
          "data_policy.enable_forwarding",
          "data_policy.precise_location",
          "hardware.last_status_message",
          "owner.email");

  /** What the owner wants to hear. */
  record Wishes(boolean stoppedPublishing, boolean lowBattery) {}

  /** Where it is; the elevation in whole metres. */
  record Place(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String exposure,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long elevation,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double latitude,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double longitude,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String geohash,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String city,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String countryCode,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String country) {}

  /** What may be done with its data. */
  record DataPolicy(
      boolean isPrivate,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean enableForwarding,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean preciseLocation) {}

  /** What it is. */
  record HardwareSeen(
      String name,
      String type,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String version,
      String slug,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode lastStatusMessage) {}

  /** Whose it is. */
  record Owner(
      long id,
      UUID uuid,
      String role,
      String username,
      Home location,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String email) {}

  /** Where the owner lives. */
  record Home(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String city,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String country,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String countryCode) {}

  /** The device as it is now, with no readings but the newest. */
  public static ForwardedDevice seen(DeviceDetails details, Instant now) {
    LatestDocument latest = details.latest().orElse(null);
    return of(details, latest, now, sensor -> null);
  }

  static ForwardedDevice of(DeviceDetails known, Batch batch, Instant now) {
    LatestDocument latest = batch.over(known.latest().orElse(null));
    return of(known.with(latest), latest, now, batch::valuesOf);
  }

  private static ForwardedDevice of(
      DeviceDetails details,
      @Nullable LatestDocument latest,
      Instant now,
      IntFunction<@Nullable List<Batch.TimedValue>> readings) {
    Device device = details.device();
    boolean forOwner = details.forOwner();
    return new ForwardedDevice(
        device.id(),
        device.uuid(),
        device.name(),
        device.description(),
        details.state(),
        details.systemTags(now),
        device.tags(),
        latest == null ? null : latest.recordedAt().toString(),
        seconds(device.createdAt()),
        seconds(device.updatedAt()),
        new Wishes(device.policy().notifyStoppedPublishing(), device.policy().notifyLowBattery()),
        forOwner ? device.token() : null,
        place(device),
        policy(device, forOwner),
        hardware(device, forOwner),
        owner(details.owner(), forOwner),
        components(details, latest, readings),
        forOwner ? null : OWNERS_ALONE);
  }

  /** As JSON, UTF-8. */
  byte[] toJson() {
    try {
      return WRITER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a device cannot be written as JSON", e);
    }
  }

  private static List<ForwardedComponent> components(
      DeviceDetails details,
      @Nullable LatestDocument latest,
      IntFunction<@Nullable List<Batch.TimedValue>> readings) {
    List<LatestValue> newest = latest == null ? List.of() : latest.values();
    Map<Integer, LatestValue> values =
        newest.stream().collect(Collectors.toMap(LatestValue::sensorId, Function.identity()));
    return details.sensors().stream()
        .map(
            sensor ->
                ForwardedComponent.of(sensor, values.get(sensor.id()), readings.apply(sensor.id())))
        .toList();
  }

  private static Place place(Device device) {
    Double elevation = device.placement().elevation();
    return new Place(
        device.placement().exposure(),
        elevation == null ? null : elevation.longValue(),
        device.placement().latitude(),
        device.placement().longitude(),
        device.geohash(),
        device.city(),
        device.countryCode(),
        Country.nameOf(device.countryCode()));
  }

  private static DataPolicy policy(Device device, boolean forOwner) {
    return new DataPolicy(
        device.policy().isPrivate(),
        forOwner ? device.policy().enableForwarding() : null,
        forOwner ? device.policy().preciseLocation() : null);
  }

  private static HardwareSeen hardware(Device device, boolean forOwner) {
    Hardware hardware = Hardware.of(device);
    return new HardwareSeen(
        hardware.name(),
        hardware.type(),
        hardware.version(),
        hardware.slug(),
        forOwner ? hardware.info() : null);
  }

  private static Owner owner(User owner, boolean forOwner) {
    return new Owner(
        owner.id(),
        owner.uuid(),
        owner.role().wireName(),
        owner.username(),
        new Home(owner.city(), Country.nameOf(owner.countryCode()), owner.countryCode()),
        forOwner ? owner.email() : null);
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
