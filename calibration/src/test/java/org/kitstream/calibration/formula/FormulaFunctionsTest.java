package org.kitstream.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaFunctionsTest {

  @ParameterizedTest(name = "{0} for x = {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abs(x)           | -3        | 3
          abs(x)           | 3         | 3
          abs(x)           | -0.0      | 0
          abs(x)           | -Infinity | Infinity
          abs(x)           | NaN       | NaN
          sqrt(x)          | 2.25      | 1.5
          sqrt(x)          | 0         | 0
          sqrt(x)          | -1        | NaN
          exp(x)           | 0         | 1
          exp(x)           | 1         | 2.7182818284590455
          exp(x)           | -Infinity | 0
          exp(x)           | 1000      | Infinity
          log(x)           | 1         | 0
          log(x)           | 2.718281828459045 | 1
          log(x)           | 0         | -Infinity
          log(x)           | -1        | NaN
          log10(x)         | 1000      | 3
          log10(x)         | 0.01      | -2
          log10(x)         | -1        | NaN
          pow(x, 3)        | 2         | 8
          pow(2, x)        | 3         | 8
          pow(x, 0.5)      | -4        | NaN
          pow(x, 0)        | 0         | 1
          x ^ 0.5          | 9         | 3
          min(x, 2)        | 1         | 1
          min(2, x)        | 3         | 2
          min(5, x, 4)     | 3         | 3
          min(5, 4, x, 6)  | 9         | 4
          min(x, 0)        | NaN       | NaN
          max(x, 2)        | 1         | 2
          max(2, x)        | 3         | 3
          max(5, x, 4)     | 3         | 5
          max(x, 0)        | NaN       | NaN
          clamp(x, 1, 3)   | 0.5       | 1
          clamp(x, 1, 3)   | 1         | 1
          clamp(x, 1, 3)   | 2.5       | 2.5
          clamp(x, 1, 3)   | 3         | 3
          clamp(x, 1, 3)   | 3.5       | 3
          clamp(x, 2, 2)   | 9         | 2
          clamp(x, 3, 1)   | 2         | NaN
          clamp(x, 1, 3)   | NaN       | NaN
          clamp(2, x, 3)   | NaN       | NaN
          clamp(2, 1, x)   | NaN       | NaN
          clamp(x, 1, 3)   | Infinity  | 3
          clamp(x, 1, 3)   | -Infinity | 1
          round(x)         | 2.4       | 2
          round(x)         | 2.5       | 3
          round(x)         | 3.5       | 4
          round(x)         | -2.4      | -2
          round(x)         | -2.5      | -3
          round(x)         | 0.49999999999999994 | 0
          round(x)         | -0.2      | -0.0
          round(x)         | 4503599627370497.0  | 4503599627370497.0
          round(x)         | 1e300     | 1e300
          round(x)         | NaN       | NaN
          round(x)         | -Infinity | -Infinity
          """)
  void computes(String text, double x, double expected) {
    assertThat(Formula.parse(text).evaluate(x)).isEqualTo(Double.valueOf(expected));
  }

  @Test
  void usesTheSameTranscendentalFunctionsOnEveryMachine() {
    double x = 1.2345678901234567;

    assertThat(Formula.parse("exp(x)").evaluate(x)).isEqualTo(StrictMath.exp(x));
    assertThat(Formula.parse("log(x)").evaluate(x)).isEqualTo(StrictMath.log(x));
    assertThat(Formula.parse("log10(x)").evaluate(x)).isEqualTo(StrictMath.log10(x));
    assertThat(Formula.parse("pow(x, 2.5)").evaluate(x)).isEqualTo(StrictMath.pow(x, 2.5));
    assertThat(Formula.parse("x ^ 2.5").evaluate(x)).isEqualTo(StrictMath.pow(x, 2.5));
  }

  @Test
  void nestsFunctionsInArguments() {
    assertThat(Formula.parse("max(abs(x), min(4, x + 10), 2)").evaluate(-3)).isEqualTo(4);
  }
}
