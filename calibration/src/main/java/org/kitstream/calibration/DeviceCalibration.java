package org.kitstream.calibration;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.reading.SensorValue;

/**
 * Calibrates what one device posts, by one revision of its profile. Building it parses every
 * formula; applying it is cheap.
 *
 * <p>A calibration that cannot be computed (its formula is broken, or sensors wait for each other's
 * values in a cycle) never stops the others: it gives values of null with {@link
 * org.kitstream.contract.reading.QualityFlag#FORMULA_BROKEN} and is listed in {@link #problems()}.
 *
 * <p>Immutable; any number of threads may share one.
 */
public final class DeviceCalibration {

  private final List<Period> newestFirst;
  private final List<CalibrationProblem> problems;

  /** The periods follow each other back to {@link Instant#MIN}. */
  DeviceCalibration(List<Period> newestFirst, List<CalibrationProblem> problems) {
    this.newestFirst = List.copyOf(newestFirst);
    this.problems = List.copyOf(problems);
  }

  /** The time from {@code from} (included) to the next period. */
  record Period(Instant from, CalibrationPlan plan) {}

  /** Prepares the calibrations of a profile. Never fails: see {@link #problems()}. */
  public static DeviceCalibration of(DeviceProfile profile) {
    return new DeviceCalibrationBuilder(profile).build();
  }

  /** What is wrong with the profile's calibrations; empty when all can be computed. */
  public List<CalibrationProblem> problems() {
    return problems;
  }

  /**
   * Calibrates the readings of one time, each with the calibration that is valid then: from {@code
   * validFrom} (included) to {@code validTo} (excluded); were two valid, the higher version. A
   * sensor without a valid calibration keeps its posted number, as version 0.
   *
   * @param posted finite numbers by sensor id; sensors that the profile does not know are welcome
   * @return one value for each posted number, by ascending sensor id; unmodifiable. A value is null
   *     with the flag {@code NOT_FINITE} where the arithmetic gave NaN or an infinity, {@code
   *     INPUT_MISSING} where another sensor that the formula reads was not posted or has no value
   *     itself, {@code FORMULA_BROKEN} where the calibration cannot be computed at all
   */
  public List<SensorValue> apply(Instant recordedAt, SortedMap<Integer, Double> posted) {
    return planAt(recordedAt).apply(posted);
  }

  /** Live readings find theirs at the first look; the oldest period starts before all time. */
  private CalibrationPlan planAt(Instant time) {
    int i = 0;
    while (time.isBefore(newestFirst.get(i).from())) {
      i++;
    }
    return newestFirst.get(i).plan();
  }
}
