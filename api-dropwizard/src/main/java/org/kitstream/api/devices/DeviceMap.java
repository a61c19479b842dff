package org.kitstream.api.devices;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.live.LiveView;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;
import org.kitstream.api.users.User;
import org.kitstream.api.users.Users;

/**
 * The devices that have a place on the map of the world: those with coordinates, but for test
 * devices. However many there are, a look takes three queries. Thread-safe.
 */
public final class DeviceMap {

  private final Jdbi jdbi;
  private final Users users;
  private final LiveView liveView;

  public DeviceMap(Jdbi jdbi, Users users, LiveView liveView) {
    this.jdbi = jdbi;
    this.users = users;
    this.liveView = liveView;
  }

  /** Those that the caller may know of, by ascending id. */
  public List<DeviceNow> of(Caller caller) {
    boolean all = caller.hasRole(Role.ADMIN);
    Long callerId = caller.userId().orElse(null);
    List<Device> devices =
        jdbi.withExtension(DeviceDao.class, dao -> dao.find(dao.onMap(all, callerId)));
    List<Long> ownerIds = devices.stream().map(Device::ownerId).distinct().toList();
    Map<Long, User> owners =
        users.find(ownerIds).stream().collect(toMap(User::id, Function.identity()));
    return devices.stream().map(device -> now(device, owners)).toList();
  }

  private DeviceNow now(Device device, Map<Long, User> owners) {
    return new DeviceNow(
        device,
        Objects.requireNonNull(owners.get(device.ownerId()), "a device without an owner"),
        liveView.latest(device.id()),
        liveView.state(device.id()));
  }
}
