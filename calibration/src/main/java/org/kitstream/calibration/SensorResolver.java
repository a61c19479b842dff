package org.kitstream.calibration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.payload.SensorRef;

/**
 * Finds which sensor a payload of one device means. The device goes before the catalogue, because
 * default keys repeat across generations of kits: {@code temp} is sensor 4 on one and 12 on
 * another.
 *
 * <p>Immutable; any number of threads may share one.
 */
public final class SensorResolver {

  private final Map<String, Integer> deviceKeys;
  private final Set<Integer> deviceSensors;
  private final CatalogueIndex catalogue;

  private SensorResolver(
      Map<String, Integer> deviceKeys, Set<Integer> deviceSensors, CatalogueIndex catalogue) {
    this.deviceKeys = deviceKeys;
    this.deviceSensors = deviceSensors;
    this.catalogue = catalogue;
  }

  /** The resolver for one device. */
  public static SensorResolver of(DeviceProfile profile, CatalogueIndex catalogue) {
    Map<String, Integer> keys = new HashMap<>();
    Set<Integer> sensors = new HashSet<>();
    for (ComponentProfile component : profile.components()) {
      keys.putIfAbsent(component.key(), component.sensorId());
      sensors.add(component.sensorId());
    }
    return new SensorResolver(keys, sensors, catalogue);
  }

  /**
   * The sensor's id. A key is looked up on the device, then among the catalogue's default keys,
   * where it counts only if one sensor alone has it. An id is good on the device or in the
   * catalogue.
   *
   * @return empty when the sensor is unknown
   */
  public OptionalInt sensorId(SensorRef sensor) {
    if (sensor instanceof SensorRef.ById byId) {
      boolean known = deviceSensors.contains(byId.id()) || catalogue.knows(byId.id());
      return known ? OptionalInt.of(byId.id()) : OptionalInt.empty();
    }
    String key = sensor.text();
    Integer onDevice = deviceKeys.get(key);
    return onDevice == null ? catalogue.sensorId(key) : OptionalInt.of(onDevice);
  }
}
