package org.kitstream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kitstream.calibration.Profiles.device;
import static org.kitstream.calibration.Profiles.formula;
import static org.kitstream.calibration.Profiles.sensor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.reading.QualityFlag;
import org.kitstream.contract.reading.SensorValue;

class DeviceCalibrationTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private static final int NOT_FINITE = QualityFlag.NOT_FINITE.mask();
  private static final int FORMULA_BROKEN = QualityFlag.FORMULA_BROKEN.mask();

  @Test
  void calibratesEachPostedSensorInAscendingOrder() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(14, "light", formula(2, "x/10.0")),
                sensor(12, "temp", formula(1, "(175.72 / 65536.0 * x) - 53")),
                sensor(21, "nets")));

    List<SensorValue> values = apply(calibration, Map.of(21, 13.0, 12, 25132.0, 14, 2909.0));

    assertThat(values)
        .containsExactly(
            new SensorValue(12, 25132, 14.38578857421875, 1, 0),
            new SensorValue(14, 2909, 290.9, 2, 0),
            new SensorValue(21, 13, 13.0, 0, 0));
    assertThat(calibration.problems()).isEmpty();
  }

  @Test
  void takesSensorsThatTheProfileDoesNotKnowAsTheyAre() {
    DeviceCalibration calibration = DeviceCalibration.of(device());

    assertThat(apply(calibration, Map.of(55, 21.4)))
        .containsExactly(new SensorValue(55, 21.4, 21.4, 0, 0));
    assertThat(apply(calibration, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x + 0 * sensor(\"bat\").value"})
  void handsOutAListThatNobodyCanChange(String expression) {
    DeviceCalibration calibration =
        DeviceCalibration.of(device(sensor(4, "temp", formula(1, expression)), sensor(10, "bat")));

    List<SensorValue> values = apply(calibration, Map.of(4, 1.0, 10, 2.0));

    assertThatThrownBy(() -> values.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log(x)", "1 / (x + 1)", "-1 / (x + 1)", "x * 1e308 * 1e308"})
  void flagsWhatIsNotFiniteAndGivesNoValue(String expression) {
    DeviceCalibration calibration =
        DeviceCalibration.of(device(sensor(9, "co", formula(4, expression))));

    assertThat(apply(calibration, Map.of(9, -1.0)))
        .containsExactly(new SensorValue(9, -1, null, 4, NOT_FINITE));
  }

  @Test
  void keepsABrokenFormulaToItsOwnSensor() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(8, "no2", formula(3, "x / 1000 + lg(x)")),
                sensor(9, "co", formula(1, "x / 1000"))));

    assertThat(apply(calibration, Map.of(8, 5.0, 9, 2000.0)))
        .containsExactly(
            new SensorValue(8, 5, null, 3, FORMULA_BROKEN), new SensorValue(9, 2000, 2.0, 1, 0));
    assertThat(calibration.problems())
        .containsExactly(
            new CalibrationProblem(
                8, 3, "line 1, column 12: unknown function \"lg\"; did you mean \"log\"?"));
  }

  @Test
  void breaksOnlyTheVersionThatIsBroken() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(8, "no2", formula(1, "x / 10", null, NOON), formula(2, "x /", NOON, null))));

    assertThat(calibration.apply(NOON.minusMillis(1), posted(Map.of(8, 5.0))))
        .containsExactly(new SensorValue(8, 5, 0.5, 1, 0));
    assertThat(calibration.apply(NOON, posted(Map.of(8, 5.0))))
        .containsExactly(new SensorValue(8, 5, null, 2, FORMULA_BROKEN));
  }

  static List<SensorValue> apply(DeviceCalibration calibration, Map<Integer, Double> posted) {
    return calibration.apply(NOON, posted(posted));
  }

  private static SortedMap<Integer, Double> posted(Map<Integer, Double> numbers) {
    return new TreeMap<>(numbers);
  }
}
