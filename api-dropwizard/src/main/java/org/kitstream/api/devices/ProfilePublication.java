package org.kitstream.api.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.outbox.Outbox;
import org.kitstream.contract.device.CalibrationProfile;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/**
 * Tells the stream what is known of a device, in the transaction that changes it. Whoever calls
 * holds the lock of the device's row and has counted up its revision. Thread-safe.
 */
public final class ProfilePublication {

  private static final JsonCodec<DeviceProfile> CODEC = JsonCodec.of(DeviceProfile.class);

  private final Outbox outbox;

  public ProfilePublication(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Publishes these devices once the handle's transaction commits. */
  void publish(Handle handle, Collection<Long> deviceIds) {
    for (DeviceProfile profile : profiles(handle.attach(ProfileDao.class), deviceIds)) {
      String key = Long.toString(profile.deviceId());
      outbox.append(handle, Topic.DEVICES_PROFILES, key, CODEC.encode(profile));
    }
  }

  /** Says that these devices are gone once the handle's transaction commits. */
  void withdraw(Handle handle, Collection<Long> deviceIds) {
    for (long id : deviceIds) {
      outbox.append(handle, Topic.DEVICES_PROFILES, Long.toString(id), null);
      tellKit(handle, id, null);
    }
  }

  /** Tells the device's kit what to do, or nothing any more, once the transaction commits. */
  void tellKit(Handle handle, long deviceId, @Nullable String config) {
    byte[] value = config == null ? null : config.getBytes(UTF_8);
    outbox.append(handle, Topic.DEVICES_COMMANDS, Long.toString(deviceId), value);
  }

  /** Publishes every device of a kit whose components or calibrations this transaction changes. */
  public void publishDevicesOf(Handle handle, int kitId) {
    ProfileDao dao = handle.attach(ProfileDao.class);
    dao.lockKit(kitId);
    publish(handle, dao.countChange(dao.lockDevicesOfKit(kitId)));
  }

  /** Publishes every device of a user whose names for forwarding this transaction changes. */
  public void publishDevicesOfOwner(Handle handle, long ownerId) {
    List<Long> devices = handle.attach(OwnerDao.class).lockDevicesOf(ownerId);
    publish(handle, handle.attach(ProfileDao.class).countChange(devices));
  }

  private static List<DeviceProfile> profiles(ProfileDao dao, Collection<Long> deviceIds) {
    List<DeviceComponent> components = dao.components(deviceIds);
    Map<Long, List<CalibrationProfile>> calibrations =
        dao
            .calibrations(components.stream().map(DeviceComponent::componentId).distinct().toList())
            .stream()
            .collect(
                groupingBy(
                    CalibrationRow::componentId, mapping(CalibrationRow::toProfile, toList())));
    Map<Long, List<ComponentProfile>> byDevice =
        components.stream()
            .collect(
                groupingBy(
                    DeviceComponent::deviceId,
                    mapping(component -> profile(component, calibrations), toList())));
    return dao.devices(deviceIds).stream()
        .map(row -> row.withComponents(byDevice.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static ComponentProfile profile(
      DeviceComponent component, Map<Long, List<CalibrationProfile>> calibrations) {
    return new ComponentProfile(
        component.sensorId(),
        component.key(),
        calibrations.getOrDefault(component.componentId(), List.of()));
  }
}
