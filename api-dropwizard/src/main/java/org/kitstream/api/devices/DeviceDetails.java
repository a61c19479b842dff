package org.kitstream.api.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /** The same with something newer that it sent. */
  public DeviceDetails with(LatestDocument newer) {
    return new DeviceDetails(
        device, owner, ownerDeviceIds, kit, sensors, Optional.of(newer), status, forOwner);
  }

  /** How far the device has come: whether it could publish, and whether it has. */
  public String state() {
    return now().state();
  }

  /** What the platform itself says of the device at this time, in a few words, sorted. */
  public List<String> systemTags(Instant now) {
    return now().systemTags(now);
  }

  private DeviceNow now() {
    return new DeviceNow(device, owner, latest, status);
  }
}
