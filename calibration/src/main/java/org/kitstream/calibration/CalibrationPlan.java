package org.kitstream.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kitstream.contract.reading.SensorValue;

/**
 * The calibrations of one device for a stretch of time in which none of them changes.
 *
 * @param calibrations by sensor id; a sensor without one is taken as it is
 * @param chained the sensors that read others' calibrated values, each after those it reads
 */
record CalibrationPlan(Map<Integer, SensorCalibration> calibrations, Set<Integer> chained) {

  List<SensorValue> apply(SortedMap<Integer, Double> posted) {
    return chained.isEmpty() ? inOneGo(posted) : inDependencyOrder(posted);
  }

  private List<SensorValue> inOneGo(SortedMap<Integer, Double> posted) {
    Readings readings = new Readings(posted, Map.of());
    List<SensorValue> values = new ArrayList<>(posted.size());
    for (Map.Entry<Integer, Double> item : posted.entrySet()) {
      values.add(calibrate(item.getKey(), item.getValue(), readings));
    }
    return Collections.unmodifiableList(values);
  }

  private List<SensorValue> inDependencyOrder(SortedMap<Integer, Double> posted) {
    SortedMap<Integer, SensorValue> done = new TreeMap<>();
    Readings readings = new Readings(posted, done);
    for (Map.Entry<Integer, Double> item : posted.entrySet()) {
      if (!chained.contains(item.getKey())) {
        done.put(item.getKey(), calibrate(item.getKey(), item.getValue(), readings));
      }
    }
    for (Integer sensorId : chained) {
      Double raw = posted.get(sensorId);
      if (raw != null) {
        done.put(sensorId, calibrate(sensorId, raw, readings));
      }
    }
    return List.copyOf(done.values());
  }

  private SensorValue calibrate(Integer sensorId, double raw, Readings readings) {
    return calibrations
        .getOrDefault(sensorId, SensorCalibration.Identity.INSTANCE)
        .apply(sensorId, raw, readings);
  }
}
