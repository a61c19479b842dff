package org.kitstream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.calibration.DeviceCalibrationTest.apply;
import static org.kitstream.calibration.Profiles.device;
import static org.kitstream.calibration.Profiles.formula;
import static org.kitstream.calibration.Profiles.sensor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.reading.QualityFlag;
import org.kitstream.contract.reading.SensorValue;

class CrossSensorCalibrationTest {

  private static final int INPUT_MISSING = QualityFlag.INPUT_MISSING.mask();
  private static final int NOT_FINITE = QualityFlag.NOT_FINITE.mask();
  private static final int FORMULA_BROKEN = QualityFlag.FORMULA_BROKEN.mask();

  @Test
  void readsPostedAndCalibratedNumbersOfOthers() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(4, "temp", formula(1, "x / 10")),
                sensor(9, "co", formula(2, "x + sensor(\"temp\").raw")),
                sensor(8, "no2", formula(3, "x + sensor(\"temp\").value"))));

    assertThat(apply(calibration, Map.of(4, 250.0, 8, 1.0, 9, 2.0)))
        .containsExactly(
            new SensorValue(4, 250, 25.0, 1, 0),
            new SensorValue(8, 1, 26.0, 3, 0),
            new SensorValue(9, 2, 252.0, 2, 0));
  }

  @Test
  void readsTheValueOfASensorThatIsTakenAsItIs() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(sensor(4, "temp"), sensor(3, "co", formula(1, "x * sensor(\"temp\").value"))));

    assertThat(apply(calibration, Map.of(3, 2.0, 4, 21.0)).get(0).value()).isEqualTo(42.0);
  }

  @Test
  void computesChainsInDependencyOrderWhateverTheIds() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(1, "a", formula(1, "x + sensor(\"c\").value")),
                sensor(2, "b", formula(1, "x + 100")),
                sensor(3, "c", formula(1, "x + sensor(\"b\").value + sensor(\"d\").value")),
                sensor(4, "d", formula(1, "x + sensor(\"b\").value"))));

    assertThat(values(apply(calibration, Map.of(1, 1.0, 2, 2.0, 3, 3.0, 4, 4.0))))
        .containsExactly(1 + 3 + 102.0 + 106, 102.0, 3 + 102.0 + 106, 106.0);
  }

  @Test
  void flagsWhatMissesAnInput() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(4, "temp"),
                sensor(8, "no2", formula(3, "x + sensor(\"temp\").value")),
                sensor(9, "co", formula(2, "x + sensor(\"temp\").raw")),
                sensor(10, "o3", formula(1, "x + sensor(\"nowhere\").raw"))));

    assertThat(apply(calibration, Map.of(8, 1.0, 9, 2.0, 10, 3.0)))
        .containsExactly(
            new SensorValue(8, 1, null, 3, INPUT_MISSING),
            new SensorValue(9, 2, null, 2, INPUT_MISSING),
            new SensorValue(10, 3, null, 1, INPUT_MISSING));
  }

  @Test
  void missesAnInputThatHasNoValueItself() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(4, "temp", formula(1, "log(x)")),
                sensor(5, "hum", formula(1, "x +")),
                sensor(8, "no2", formula(1, "x + sensor(\"temp\").value")),
                sensor(9, "co", formula(1, "x + sensor(\"hum\").value")),
                sensor(10, "o3", formula(1, "x + sensor(\"temp\").raw"))));

    assertThat(apply(calibration, Map.of(4, -1.0, 5, 1.0, 8, 1.0, 9, 1.0, 10, 1.0)))
        .extracting(SensorValue::quality)
        .containsExactly(NOT_FINITE, FORMULA_BROKEN, INPUT_MISSING, INPUT_MISSING, 0);
  }

  @Test
  void breaksACycleAndNamesItsSensors() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(4, "temp", formula(6, "x + sensor(\"hum\").value")),
                sensor(5, "hum", formula(7, "x + sensor(\"temp\").value")),
                sensor(8, "no2", formula(8, "x + sensor(\"hum\").value")),
                sensor(9, "co", formula(9, "x + sensor(\"hum\").raw"))));

    assertThat(apply(calibration, Map.of(4, 1.0, 5, 2.0, 8, 3.0, 9, 4.0)))
        .containsExactly(
            new SensorValue(4, 1, null, 6, FORMULA_BROKEN),
            new SensorValue(5, 2, null, 7, FORMULA_BROKEN),
            new SensorValue(8, 3, null, 8, INPUT_MISSING),
            new SensorValue(9, 4, 6.0, 9, 0));
    String sentence = "in a cycle, each waits for another's value: temp (4), hum (5)";
    assertThat(calibration.problems())
        .containsExactly(
            new CalibrationProblem(4, 6, sentence), new CalibrationProblem(5, 7, sentence));
  }

  @Test
  void breaksASensorThatReadsItsOwnValueButNotItsOwnRaw() {
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(4, "temp", formula(1, "x + sensor(\"temp\").value")),
                sensor(5, "hum", formula(1, "x + sensor(\"hum\").raw"))));

    assertThat(apply(calibration, Map.of(4, 1.0, 5, 2.0)))
        .containsExactly(
            new SensorValue(4, 1, null, 1, FORMULA_BROKEN), new SensorValue(5, 2, 4.0, 1, 0));
  }

  @Test
  void seesACycleOnlyWhereItsFormulasAreValidTogether() {
    Instant noon = Instant.parse("2026-05-01T12:00:00Z");
    Instant two = noon.plusSeconds(7200);
    DeviceCalibration calibration =
        DeviceCalibration.of(
            device(
                sensor(4, "temp", formula(1, "x + sensor(\"hum\").value", null, two)),
                sensor(5, "hum", formula(1, "x + sensor(\"temp\").value", noon, null))));
    TreeMap<Integer, Double> posted = new TreeMap<>(Map.of(4, 1.0, 5, 2.0));

    assertThat(values(calibration.apply(noon.minusMillis(1), posted))).containsExactly(3.0, 2.0);
    assertThat(values(calibration.apply(noon, posted))).containsExactly(null, null);
    assertThat(values(calibration.apply(two, posted))).containsExactly(1.0, 3.0);
    assertThat(calibration.problems()).hasSize(2);
  }

  @Test
  void computesEachSensorOnceHoweverManyReadIt() {
    List<ComponentProfile> components = new ArrayList<>();
    TreeMap<Integer, Double> posted = new TreeMap<>(Map.of(1, 1.0));
    components.add(sensor(1, "s1"));
    for (int i = 2; i <= 60; i++) {
      StringBuilder sum = new StringBuilder("0");
      for (int j = 1; j < i; j++) {
        sum.append("+sensor(\"s").append(j).append("\").value");
      }
      components.add(sensor(i, "s" + i, formula(1, sum.toString())));
      posted.put(i, 0.0);
    }
    DeviceCalibration calibration =
        DeviceCalibration.of(device(components.toArray(ComponentProfile[]::new)));

    List<SensorValue> values =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> apply(calibration, posted));

    assertThat(values.get(59).value()).isEqualTo(Math.pow(2, 58));
  }

  private static List<Double> values(List<SensorValue> values) {
    return values.stream().map(SensorValue::value).toList();
  }
}
