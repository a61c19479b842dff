package org.kitstream.api.kits;

import java.util.Collection;
import org.kitstream.api.sensors.Sensor;

/** The short names of sensors on a board. */
public final class ComponentKeys {

  private ComponentKeys() {}

  /** The sensor's usual key; when it is taken, with the number of keys that begin so. */
  public static String free(Sensor sensor, Collection<String> taken) {
    String usual = sensor.defaultKey();
    String stem = usual == null ? "sensor_" + sensor.id() : usual;
    long number = taken.stream().filter(key -> key.startsWith(stem)).count();
    String key = stem;
    while (taken.contains(key)) {
      key = stem + '_' + number++;
    }
    return key;
  }
}
