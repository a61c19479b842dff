package org.kitstream.api.devices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.kits.ComponentKeys;
import org.kitstream.api.sensors.Sensor;
import org.kitstream.api.sensors.Sensors;

/**
 * Gives a device a component of its own for each sensor that it has sent and that its kit does not
 * have. It happens when somebody first looks, so that a reading costs nothing here. Thread-safe.
 */
public final class ComponentAdoption {

  private final Jdbi jdbi;
  private final Sensors sensors;
  private final ProfilePublication profiles;

  public ComponentAdoption(Jdbi jdbi, Sensors sensors, ProfilePublication profiles) {
    this.jdbi = jdbi;
    this.sensors = sensors;
    this.profiles = profiles;
  }

  /** The device's components, among them one for each of these sensors that exists. */
  List<DeviceComponent> adopt(long deviceId, Collection<Integer> sensorIds) {
    List<Sensor> wanted = sensors.find(sensorIds);
    return jdbi.inTransaction(
        handle -> {
          ProfileDao dao = handle.attach(ProfileDao.class);
          dao.lockDevice(deviceId);
          if (insertMissing(dao, deviceId, wanted)) {
            profiles.publish(handle, dao.countChange(List.of(deviceId)));
          }
          return dao.components(List.of(deviceId));
        });
  }

  private static boolean insertMissing(ProfileDao dao, long deviceId, List<Sensor> wanted) {
    List<DeviceComponent> present = dao.components(List.of(deviceId));
    List<String> keys = new ArrayList<>(present.stream().map(DeviceComponent::key).toList());
    List<Integer> known = present.stream().map(DeviceComponent::sensorId).toList();
    boolean changed = false;
    for (Sensor sensor : wanted) {
      if (!known.contains(sensor.id())) {
        String key = ComponentKeys.free(sensor, keys);
        keys.add(key);
        dao.insertComponent(deviceId, sensor.id(), key);
        changed = true;
      }
    }
    return changed;
  }
}
