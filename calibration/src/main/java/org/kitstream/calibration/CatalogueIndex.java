package org.kitstream.calibration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.kitstream.contract.device.SensorCatalogue;

/**
 * The catalogue arranged for looking up. One serves all devices. Immutable; threads may share it.
 */
public final class CatalogueIndex {

  private final Set<Integer> sensorIds;
  private final Map<String, Integer> unambiguousKeys;

  private CatalogueIndex(Set<Integer> sensorIds, Map<String, Integer> unambiguousKeys) {
    this.sensorIds = sensorIds;
    this.unambiguousKeys = unambiguousKeys;
  }

  /** Arranges a catalogue. */
  public static CatalogueIndex of(SensorCatalogue catalogue) {
    Set<Integer> ids = new HashSet<>();
    Map<String, Integer> keys = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (SensorCatalogue.Entry sensor : catalogue.sensors()) {
      ids.add(sensor.sensorId());
      String key = sensor.key();
      if (key != null) {
        Integer other = keys.putIfAbsent(key, sensor.sensorId());
        if (other != null && other != sensor.sensorId()) {
          shared.add(key);
        }
      }
    }
    keys.keySet().removeAll(shared);
    return new CatalogueIndex(ids, keys);
  }

  boolean knows(int sensorId) {
    return sensorIds.contains(sensorId);
  }

  /** The one sensor with this default key; empty when there is none or more than one. */
  OptionalInt sensorId(String key) {
    Integer id = unambiguousKeys.get(key);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }
}
