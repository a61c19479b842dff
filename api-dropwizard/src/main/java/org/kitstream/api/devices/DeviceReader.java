package org.kitstream.api.devices;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.kits.Kit;
import org.kitstream.api.kits.Kits;
import org.kitstream.api.live.LiveView;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.sensors.Sensor;
import org.kitstream.api.sensors.Sensors;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;
import org.kitstream.api.users.User;
import org.kitstream.api.users.Users;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;

/** Tells callers what they may know of devices. A page costs a handful of queries. Thread-safe. */
public final class DeviceReader {

  private final Jdbi jdbi;
  private final Users users;
  private final Kits kits;
  private final Sensors sensors;
  private final ComponentAdoption adoption;
  private final LiveView liveView;
  private final DeviceList list;

  public DeviceReader(
      Jdbi jdbi, Users users, Catalogue catalogue, ComponentAdoption adoption, LiveView liveView) {
    this.jdbi = jdbi;
    this.users = users;
    this.kits = catalogue.kits();
    this.sensors = catalogue.sensors();
    this.adoption = adoption;
    this.liveView = liveView;
    this.list = new DeviceList(jdbi);
  }

  /** What devices are built from. */
  public record Catalogue(Kits kits, Sensors sensors) {}

  /**
   * Those of the devices asked for that the caller may know of, by ascending id unless sorted.
   *
   * @throws Failure.BadRequest if the caller asks by what the caller may not use
   */
  public Paged<DeviceDetails> list(Caller caller, DeviceQuery query) {
    return list.page(caller, query).map(slice -> details(caller, slice));
  }

  /**
   * One device.
   *
   * @throws Failure.NotFound if there is none
   * @throws Failure.Forbidden if the caller may not know of it
   */
  public DeviceDetails get(Caller caller, long id) {
    return details(caller, List.of(readable(caller, id))).get(0);
  }

  /**
   * The device itself, without what belongs to it.
   *
   * @throws Failure.NotFound if there is none
   * @throws Failure.Forbidden if the caller may not know of it
   */
  public Device readable(Caller caller, long id) {
    Device device =
        jdbi.withExtension(DeviceDao.class, dao -> dao.find(List.of(id))).stream()
            .findFirst()
            .orElseThrow(() -> new Failure.NotFound("Device", "id", id));
    if (!DeviceRules.mayRead(caller, device)) {
      throw new Failure.Forbidden();
    }
    return device;
  }

  /** These devices as their owners see them; without those that are gone. */
  public List<DeviceDetails> asOwnersSee(Collection<Long> ids) {
    List<Device> devices = jdbi.withExtension(DeviceDao.class, dao -> dao.find(ids));
    DeviceSurroundings around = surroundings(Caller.ANONYMOUS, devices);
    return devices.stream()
        .map(device -> around.of(device, liveView.state(device.id()), true))
        .toList();
  }

  /** The sensors that a device has by its kit or of its own, by ascending sensor id. */
  public List<DeviceComponent> components(long id) {
    return components(List.of(id)).getOrDefault(id, List.of());
  }

  /** Those of the users' devices that the caller may know of, by owner, by ascending id. */
  public Map<Long, List<DeviceDetails>> ofOwners(Caller caller, List<Long> ownerIds) {
    List<Long> ids =
        visibleOf(caller, ownerIds).values().stream().flatMap(List::stream).sorted().toList();
    return details(caller, jdbi.withExtension(DeviceDao.class, dao -> dao.find(ids))).stream()
        .collect(groupingBy(details -> details.device().ownerId()));
  }

  private List<DeviceDetails> details(Caller caller, List<Device> devices) {
    DeviceSurroundings around = surroundings(caller, devices);
    return devices.stream()
        .map(
            device ->
                around.of(
                    device, liveView.state(device.id()), DeviceRules.mayChange(caller, device)))
        .toList();
  }

  private DeviceSurroundings surroundings(Caller caller, List<Device> devices) {
    List<Long> ids = devices.stream().map(Device::id).toList();
    List<Long> ownerIds = devices.stream().map(Device::ownerId).distinct().toList();
    List<Integer> kitIds =
        devices.stream().map(Device::kitId).filter(Objects::nonNull).distinct().toList();
    Map<Long, LatestDocument> latest =
        ids.stream()
            .flatMap(id -> liveView.latest(id).stream())
            .collect(toMap(LatestDocument::deviceId, Function.identity()));
    Map<Long, List<DeviceComponent>> components = components(ids);
    return new DeviceSurroundings(
        users.find(ownerIds).stream().collect(toMap(User::id, Function.identity())),
        visibleOf(caller, ownerIds),
        kits.find(kitIds).stream().collect(toMap(Kit::id, Function.identity())),
        components,
        sensors.find(sensorIds(components)).stream()
            .collect(toMap(Sensor::id, Function.identity())),
        latest);
  }

  private Map<Long, List<DeviceComponent>> components(List<Long> ids) {
    Map<Long, List<DeviceComponent>> byDevice =
        jdbi.withExtension(ProfileDao.class, dao -> dao.components(ids)).stream()
            .collect(groupingBy(DeviceComponent::deviceId));
    for (long id : ids) {
      Set<Integer> sent = sensorsSentBy(id);
      byDevice.getOrDefault(id, List.of()).forEach(known -> sent.remove(known.sensorId()));
      if (!sent.isEmpty()) {
        byDevice.put(id, adoption.adopt(id, sent));
      }
    }
    return byDevice;
  }

  private static Set<Integer> sensorIds(Map<Long, List<DeviceComponent>> components) {
    return components.values().stream()
        .flatMap(List::stream)
        .map(DeviceComponent::sensorId)
        .collect(toCollection(TreeSet::new));
  }

  private Set<Integer> sensorsSentBy(long id) {
    return liveView.latest(id).stream()
        .flatMap(document -> document.values().stream())
        .map(LatestValue::sensorId)
        .collect(toCollection(TreeSet::new));
  }

  private Map<Long, List<Long>> visibleOf(Caller caller, List<Long> ownerIds) {
    boolean all = caller.hasRole(Role.ADMIN);
    Long callerId = caller.userId().orElse(null);
    return jdbi
        .withExtension(DeviceDao.class, dao -> dao.visibleOf(ownerIds, all, callerId))
        .stream()
        .collect(groupingBy(OwnedDevice::ownerId, mapping(OwnedDevice::id, toList())));
  }
}
