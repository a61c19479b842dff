package org.kitstream.api.uploads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose values a column has, as the stream finds sensors: what the device has goes before the
 * rest of the catalogue, where a name counts only if one sensor alone has it. Immutable.
 */
final class SensorNames {

  private final Map<Integer, KnownSensor> byId = new HashMap<>();
  private final List<Map<String, KnownSensor>> byName = new ArrayList<>();

  SensorNames(List<KnownSensor> sensors) {
    sensors.forEach(sensor -> byId.put(sensor.id(), sensor));
    List<KnownSensor> onDevice = sensors.stream().filter(one -> one.key() != null).toList();
    byName.add(unambiguous(onDevice, KnownSensor::key));
    for (List<KnownSensor> some : List.of(onDevice, sensors)) {
      byName.add(unambiguous(some, KnownSensor::defaultKey));
      byName.add(unambiguous(some, KnownSensor::exportTitle));
      byName.add(unambiguous(some, KnownSensor::firmwareName));
      byName.add(unambiguous(some, KnownSensor::name));
    }
  }

  /** The sensor of that id; null for text that is no id of a known sensor. */
  @Nullable KnownSensor ofId(String text) {
    try {
      return byId.get(Integer.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The sensor that a title names by id, key or name; null when it is not clear. */
  @Nullable KnownSensor ofTitle(String title) {
    KnownSensor numbered = ofId(title);
    if (numbered != null) {
      return numbered;
    }
    String name = folded(title);
    return byName.stream()
        .map(names -> names.get(name))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, KnownSensor> unambiguous(
      List<KnownSensor> sensors, Function<KnownSensor, @Nullable String> nameOf) {
    Map<String, KnownSensor> names = new HashMap<>();
    List<String> shared = new ArrayList<>();
    for (KnownSensor sensor : sensors) {
      String name = nameOf.apply(sensor);
      if (name != null && names.putIfAbsent(folded(name), sensor) != null) {
        shared.add(folded(name));
      }
    }
    names.keySet().removeAll(shared);
    return names;
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
