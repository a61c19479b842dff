package org.kitstream.api.devices;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kitstream.api.history.DeviceSensor;
import org.kitstream.api.history.DeviceSensors;

/** Finds a device's sensors for the history. Thread-safe. */
public final class ComponentLookup implements DeviceSensors {

  private final DeviceReader reader;

  public ComponentLookup(DeviceReader reader) {
    this.reader = reader;
  }

  @Override
  public Optional<DeviceSensor> byId(long deviceId, int sensorId) {
    return find(deviceId, component -> component.sensorId() == sensorId);
  }

  @Override
  public Optional<DeviceSensor> byKey(long deviceId, String key) {
    return find(deviceId, component -> component.key().equals(key));
  }

  private Optional<DeviceSensor> find(long deviceId, Predicate<DeviceComponent> wanted) {
    List<DeviceComponent> components = reader.components(deviceId);
    return components.stream()
        .filter(wanted)
        .map(one -> new DeviceSensor(one.sensorId(), one.componentId(), one.key()))
        .findFirst();
  }
}
