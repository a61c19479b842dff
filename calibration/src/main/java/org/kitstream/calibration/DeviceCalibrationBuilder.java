package org.kitstream.calibration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kitstream.calibration.formula.Formula;
import org.kitstream.calibration.formula.FormulaException;
import org.kitstream.contract.device.CalibrationProfile;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;

/**
 * Cuts the life of a device into periods in which no calibration changes, and plans each: which
 * sensors read which others is then fixed, so that order and cycles are known before the first
 * reading.
 */
final class DeviceCalibrationBuilder {

  private final Map<String, Integer> sensorIds = new HashMap<>();
  private final List<Dated> calibrations = new ArrayList<>();
  private final SortedMap<Instant, CalibrationPlan> plans =
      new TreeMap<>(Comparator.reverseOrder());
  private final Set<CalibrationProblem> problems = new LinkedHashSet<>();

  DeviceCalibrationBuilder(DeviceProfile profile) {
    profile.components().forEach(c -> sensorIds.putIfAbsent(c.key(), c.sensorId()));
    for (ComponentProfile component : profile.components()) {
      for (CalibrationProfile calibration : component.calibrations()) {
        calibrations.add(
            new Dated(component.sensorId(), calibration, read(component.sensorId(), calibration)));
      }
    }
    calibrations.sort(Comparator.comparingInt(Dated::version));
  }

  DeviceCalibration build() {
    borders().forEach(border -> plans.put(border, plan(validAt(border))));
    List<DeviceCalibration.Period> periods = new ArrayList<>();
    plans.forEach((from, plan) -> periods.add(new DeviceCalibration.Period(from, plan)));
    return new DeviceCalibration(periods, List.copyOf(problems));
  }

  private SensorCalibration read(int sensorId, CalibrationProfile calibration) {
    try {
      Formula formula = Formula.parse(calibration.expression());
      List<InputSource> sources =
          formula.inputs().stream()
              .map(input -> new InputSource(sensorIds.get(input.sensorKey()), input.kind()))
              .toList();
      return new SensorCalibration.Computed(calibration.version(), formula, sources);
    } catch (FormulaException broken) {
      problems.add(new CalibrationProblem(sensorId, calibration.version(), broken.getMessage()));
      return new SensorCalibration.Broken(calibration.version());
    }
  }

  private Set<Instant> borders() {
    Set<Instant> borders = new TreeSet<>(Set.of(Instant.MIN));
    for (Dated calibration : calibrations) {
      addIfSet(borders, calibration.profile().validFrom());
      addIfSet(borders, calibration.profile().validTo());
    }
    return borders;
  }

  private static void addIfSet(Set<Instant> borders, @Nullable Instant border) {
    if (border != null) {
      borders.add(border);
    }
  }

  /** By sensor id; of two that are valid, the higher version. */
  private SortedMap<Integer, SensorCalibration> validAt(Instant time) {
    SortedMap<Integer, SensorCalibration> valid = new TreeMap<>();
    for (Dated calibration : calibrations) {
      if (calibration.isValidAt(time)) {
        valid.put(calibration.sensorId(), calibration.calibration());
      }
    }
    return valid;
  }

  private CalibrationPlan plan(SortedMap<Integer, SensorCalibration> valid) {
    NavigableMap<Integer, Set<Integer>> reads = new TreeMap<>();
    valid.forEach(
        (sensor, calibration) -> {
          Set<Integer> sources = calibration.valuesRead();
          if (!sources.isEmpty()) {
            reads.put(sensor, sources);
          }
        });
    DependencyOrder order = DependencyOrder.of(reads);
    valid.replaceAll(
        (sensor, calibration) ->
            order.cyclic().contains(sensor) ? breakCycle(sensor, calibration, order) : calibration);
    return new CalibrationPlan(Map.copyOf(valid), new LinkedHashSet<>(order.sensors()));
  }

  private SensorCalibration breakCycle(
      int sensorId, SensorCalibration calibration, DependencyOrder order) {
    int version = calibration.version();
    String sensors = order.cyclic().stream().map(this::named).collect(Collectors.joining(", "));
    problems.add(
        new CalibrationProblem(
            sensorId, version, "in a cycle, each waits for another's value: " + sensors));
    return new SensorCalibration.Broken(version);
  }

  private String named(int sensorId) {
    return sensorIds.entrySet().stream()
        .filter(entry -> entry.getValue() == sensorId)
        .map(entry -> entry.getKey() + " (" + sensorId + ")")
        .findFirst()
        .orElse(Integer.toString(sensorId));
  }

  /** A calibration of a sensor and when it is valid. */
  private record Dated(int sensorId, CalibrationProfile profile, SensorCalibration calibration) {

    int version() {
      return profile.version();
    }

    boolean isValidAt(Instant time) {
      Instant from = profile.validFrom();
      Instant to = profile.validTo();
      return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }
  }
}
