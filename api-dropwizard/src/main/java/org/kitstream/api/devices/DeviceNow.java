package org.kitstream.api.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kitstream.api.users.User;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;

/**
 * A device and how it is doing.
 *
 * @param latest empty until it first sends something
 */
public record DeviceNow(
    Device device, User owner, Optional<LatestDocument> latest, DeviceStatus.State status) {

  /** A device has the tag {@code new} for so long. */
  private static final Duration NEW_FOR = Duration.ofDays(7);

  /** The tag {@code online} is more patient than the status of that name. */
  private static final Duration HEARD_OF_FOR = Duration.ofMinutes(60);

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
