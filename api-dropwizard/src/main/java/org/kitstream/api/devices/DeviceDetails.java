package org.kitstream.api.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.kits.Kit;
import org.kitstream.api.sensors.Sensor;
import org.kitstream.api.users.User;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;

/**
 * All that can be said of a device at one moment.
 *
 * @param ownerDeviceIds devices of the same owner that the caller may know of, ascending
 * @param sensors what it has or has sent, by ascending id
 * @param latest empty until it first sends something
 * @param forOwner whether the caller may see what only the owner should see
 */
public record DeviceDetails(
    Device device,
    User owner,
    List<Long> ownerDeviceIds,
    @Nullable Kit kit,
    List<Sensor> sensors,
    Optional<LatestDocument> latest,
    DeviceStatus.State status,
    boolean forOwner) {

  /** A device has the tag {@code new} for so long. */
  private static final Duration NEW_FOR = Duration.ofDays(7);

  /** The tag {@code online} is more patient than the status of that name. */
  private static final Duration HEARD_OF_FOR = Duration.ofMinutes(60);

  /** The same with something newer that it sent. */
  public DeviceDetails with(LatestDocument newer) {
    return new DeviceDetails(
        device, owner, ownerDeviceIds, kit, sensors, Optional.of(newer), status, forOwner);
  }

  /** How far the device has come: whether it could publish, and whether it has. */
  public String state() {
    if (latest.isPresent()) {
      return "has_published";
    }
    boolean configured = device.macAddress() != null || device.token() != null;
    return configured ? "never_published" : "not_configured";
  }

  /** What the platform itself says of the device at this time, in a few words, sorted. */
  public List<String> systemTags(Instant now) {
    TreeSet<String> tags = new TreeSet<>();
    String exposure = device.placement().exposure();
    if (exposure != null) {
      tags.add(exposure);
    }
    if (device.createdAt().isAfter(now.minus(NEW_FOR))) {
      tags.add("new");
    }
    if (device.policy().isTest()) {
      tags.add("test_device");
    }
    boolean heardOf =
        latest
            .filter(document -> document.recordedAt().isAfter(now.minus(HEARD_OF_FOR)))
            .isPresent();
    tags.add(heardOf ? "online" : "offline");
    return List.copyOf(tags);
  }
}
