package org.kitstream.calibration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.CalibrationProfile;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;

/** Profiles for tests, with only what calibration reads. */
final class Profiles {

  private Profiles() {}

  static DeviceProfile device(ComponentProfile... components) {
    return new DeviceProfile(
        1616,
        "5d0e2a0c-6a4b-4a4c-8d8e-0c7c7a1b1616",
        17,
        "a1b2c3",
        3,
        List.of(components),
        41.39,
        2.16,
        "outdoor",
        false,
        false,
        null,
        null);
  }

  static ComponentProfile sensor(int sensorId, String key, CalibrationProfile... calibrations) {
    return new ComponentProfile(sensorId, key, List.of(calibrations));
  }

  /** A calibration that is valid for ever. */
  static CalibrationProfile formula(int version, String expression) {
    return formula(version, expression, null, null);
  }

  static CalibrationProfile formula(
      int version, String expression, @Nullable Instant from, @Nullable Instant to) {
    return new CalibrationProfile(9000 + version, version, expression, from, to);
  }
}
