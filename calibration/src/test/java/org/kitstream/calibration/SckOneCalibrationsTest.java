package org.kitstream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.calibration.formula.Formula;

/** The check values of the specification, from the original's tests and captured answers. */
class SckOneCalibrationsTest {

  private static final int SCK_1_1 = 3;

  private static final Map<Sensor, Formula> CALIBRATIONS = read("/sck-1-calibrations.tsv");

  @ParameterizedTest(name = "kit {0}, sensor {1}: {2} gives {3}")
  @CsvSource({
    "3, 12, 25132, 14.38578857421875",
    "3, 12, 22788, 8.100881347656248",
    "3, 12, 25768, 16.0910791015625",
    "3, 13, 30072, 64.3577880859375",
    "3, 13, 33168, 70.262939453125",
    "3, 13, 37488, 78.502685546875",
    "3, 7, 0, 50",
    "3, 7, 1, 52.5",
    "3, 7, 2, 55",
    "3, 7, 4, 57.333333333333336",
    "3, 7, 5, 57.666666666666664",
    "3, 7, 170, 64.66666666666667",
    "3, 7, 255, 66.875",
    "3, 7, 1860, 109",
    "3, 7, 5000, 110",
    "3, 14, 2909, 290.9",
    "3, 15, 133482, 133.482",
    "3, 16, 41951, 41.951",
    "3, 17, 800, 80.0",
    "2, 7, 5, 45",
    "2, 7, 7, 49",
    "2, 7, 13, 59.8",
    "2, 7, 31, 67.2",
    "2, 7, 40, 69",
    "2, 7, 74, 71.7",
    "2, 7, 2525, 102",
    "2, 4, 298, 29.8",
    "2, 8, 197574, 197.574",
    "2, 9, 276753, 276.753",
    "2, 10, 1000, 100.0",
    "2, 11, 5066, 5.066",
  })
  void givesTheCheckValue(int kit, int sensor, double posted, double calibrated) {
    assertThat(formula(kit, sensor).evaluate(posted)).isCloseTo(calibrated, within(1e-9));
  }

  @Test
  void givesTheDocumentedTemperatureToTheLastDigit() {
    assertThat(formula(SCK_1_1, 12).evaluate(25132)).isEqualTo(14.38578857421875);
  }

  @Test
  void givesTheOtherOrderOfTheEquationToTheLastDigit() {
    Formula otherOrder = Formula.parse("-53 + 175.72 / 65536.0 * x");

    assertThat(otherOrder.evaluate(22788)).isEqualTo(8.100881347656248);
  }

  @Test
  void hasACalibrationForEverySensorThatIsNotTakenAsItIs() {
    assertThat(CALIBRATIONS).hasSize(16);
    assertThat(CALIBRATIONS.values()).allSatisfy(f -> assertThat(f.inputs()).isEmpty());
  }

  private static Formula formula(int kit, int sensor) {
    return Objects.requireNonNull(CALIBRATIONS.get(new Sensor(kit, sensor)));
  }

  private record Sensor(int kit, int id) {}

  private static Map<Sensor, Formula> read(String resource) {
    try (InputStream in = SckOneCalibrationsTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(
              Collectors.toMap(
                  row -> new Sensor(Integer.parseInt(row[0]), Integer.parseInt(row[1])),
                  row -> Formula.parse(row[3])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
