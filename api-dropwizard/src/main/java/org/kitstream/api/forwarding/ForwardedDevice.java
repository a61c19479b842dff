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
 * A device as its owner sees it, with the readings of one batch: the payload of forwarding. Members
 * that are null are left out.
 */
record ForwardedDevice(
    long id,
    UUID uuid,
    String name,
    @Nullable String description,
    String state,
    List<String> systemTags,
    List<String> userTags,
    String lastReadingAt,
    String createdAt,
    String updatedAt,
    @JsonProperty("notify") Wishes wishes,
    @Nullable String deviceToken,
    Place location,
    DataPolicy dataPolicy,
    HardwareSeen hardware,
    Owner owner,
    List<ForwardedComponent> components) {

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build()
          .writerFor(ForwardedDevice.class);

  /** What the owner wants to hear. */
  record Wishes(boolean stoppedPublishing, boolean lowBattery) {}

  /** Where it is; the elevation in whole metres. */
  record Place(
      @Nullable String exposure,
      @Nullable Long elevation,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable String geohash,
      @Nullable String city,
      @Nullable String countryCode,
      @Nullable String country) {}

  /** What may be done with its data. */
  record DataPolicy(boolean isPrivate, boolean enableForwarding, boolean preciseLocation) {}

  /** What it is. */
  record HardwareSeen(
      String name,
      String type,
      @Nullable String version,
      String slug,
      @Nullable JsonNode lastStatusMessage) {}

  /** Whose it is. */
  record Owner(long id, UUID uuid, String role, String username, Home location, String email) {}

  /** Where the owner lives. */
  record Home(@Nullable String city, @Nullable String country, @Nullable String countryCode) {}

  static ForwardedDevice of(DeviceDetails known, Batch batch, Instant now) {
    LatestDocument latest = batch.over(known.latest().orElse(null));
    DeviceDetails details = known.with(latest);
    Device device = details.device();
    return new ForwardedDevice(
        device.id(),
        device.uuid(),
        device.name(),
        device.description(),
        details.state(),
        details.systemTags(now),
        device.tags(),
        latest.recordedAt().toString(),
        seconds(device.createdAt()),
        seconds(device.updatedAt()),
        new Wishes(device.policy().notifyStoppedPublishing(), device.policy().notifyLowBattery()),
        device.token(),
        place(device),
        new DataPolicy(
            device.policy().isPrivate(),
            device.policy().enableForwarding(),
            device.policy().preciseLocation()),
        hardware(device),
        owner(details.owner()),
        components(details, latest, batch));
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
      DeviceDetails details, LatestDocument latest, Batch batch) {
    Map<Integer, LatestValue> values =
        latest.values().stream()
            .collect(Collectors.toMap(LatestValue::sensorId, Function.identity()));
    return details.sensors().stream()
        .map(
            sensor ->
                ForwardedComponent.of(sensor, values.get(sensor.id()), batch.valuesOf(sensor.id())))
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

  private static HardwareSeen hardware(Device device) {
    Hardware hardware = Hardware.of(device);
    return new HardwareSeen(
        hardware.name(), hardware.type(), hardware.version(), hardware.slug(), hardware.info());
  }

  private static Owner owner(User owner) {
    return new Owner(
        owner.id(),
        owner.uuid(),
        owner.role().wireName(),
        owner.username(),
        new Home(owner.city(), Country.nameOf(owner.countryCode()), owner.countryCode()),
        owner.email());
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
