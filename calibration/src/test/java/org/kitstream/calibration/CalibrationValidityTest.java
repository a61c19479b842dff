package org.kitstream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.calibration.Profiles.device;
import static org.kitstream.calibration.Profiles.formula;
import static org.kitstream.calibration.Profiles.sensor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.contract.device.CalibrationProfile;
import org.kitstream.contract.reading.SensorValue;

class CalibrationValidityTest {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  /** Version 1 until May, 2 in May, nothing in June, 3 from July on. */
  private final DeviceCalibration gapped =
      calibration(
          formula(3, "x + 3", JULY, null),
          formula(1, "x + 1", null, MAY),
          formula(2, "x + 2", MAY, JUNE));

  @ParameterizedTest(name = "{0}: version {1}")
  @CsvSource({
    "-1000000000-01-01T00:00:00Z, 1",
    "1970-01-01T00:00:00Z, 1",
    "2026-04-30T23:59:59.999Z, 1",
    "2026-05-01T00:00:00Z, 2",
    "2026-05-01T00:00:00.001Z, 2",
    "2026-05-31T23:59:59.999Z, 2",
    "2026-06-01T00:00:00Z, 0",
    "2026-06-30T23:59:59.999Z, 0",
    "2026-07-01T00:00:00Z, 3",
    "2126-01-01T00:00:00Z, 3",
  })
  void startsWithValidFromAndEndsBeforeValidTo(Instant recordedAt, int version) {
    assertThat(at(gapped, recordedAt))
        .containsExactly(new SensorValue(4, 10, 10.0 + version, version, 0));
  }

  @Test
  void isForeverWithoutBorders() {
    DeviceCalibration calibration = calibration(formula(5, "x + 5"));

    assertThat(at(calibration, Instant.MIN)).containsExactly(new SensorValue(4, 10, 15.0, 5, 0));
    assertThat(at(calibration, Instant.MAX)).containsExactly(new SensorValue(4, 10, 15.0, 5, 0));
  }

  @Test
  void takesTheHigherVersionShouldTwoBeValid() {
    DeviceCalibration calibration =
        calibration(formula(7, "x + 7", MAY, JULY), formula(6, "x + 6", null, JUNE));

    assertThat(at(calibration, MAY.minusMillis(1)).get(0).calibration()).isEqualTo(6);
    assertThat(at(calibration, MAY).get(0).calibration()).isEqualTo(7);
    assertThat(at(calibration, JUNE).get(0).calibration()).isEqualTo(7);
    assertThat(at(calibration, JULY).get(0).calibration()).isZero();
  }

  @Test
  void isNeverValidWhenItEndsBeforeItStarts() {
    DeviceCalibration calibration = calibration(formula(1, "x + 1", JUNE, MAY));

    assertThat(at(calibration, MAY).get(0).calibration()).isZero();
    assertThat(at(calibration, JUNE).get(0).calibration()).isZero();
  }

  @Test
  void followsEachSensorsOwnBorders() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(4, "temp", formula(1, "x + 1", null, JUNE)),
                sensor(5, "hum", formula(1, "x + sensor(\"temp\").value", MAY, null))));

    assertThat(bothAt(calibration, MAY.minusMillis(1))).containsExactly(11.0, 20.0);
    assertThat(bothAt(calibration, MAY)).containsExactly(11.0, 31.0);
    assertThat(bothAt(calibration, JUNE)).containsExactly(10.0, 30.0);
  }

  private static List<Double> bothAt(DeviceCalibration calibration, Instant recordedAt) {
    return calibration.apply(recordedAt, new TreeMap<>(Map.of(4, 10.0, 5, 20.0))).stream()
        .map(SensorValue::value)
        .toList();
  }

  private static DeviceCalibration calibration(CalibrationProfile... calibrations) {
    return DeviceCalibration.of(device(sensor(4, "temp", calibrations)));
  }

  private static List<SensorValue> at(DeviceCalibration calibration, Instant recordedAt) {
    return calibration.apply(recordedAt, new TreeMap<>(Map.of(4, 10.0)));
  }
}
