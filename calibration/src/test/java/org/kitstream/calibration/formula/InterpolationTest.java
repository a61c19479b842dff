package org.kitstream.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "-Infinity, 50",
    "-1, 50",
    "-0.0, 50",
    "0, 50",
    "1, 52.5",
    "2, 55",
    "2.5, 56",
    "3, 57",
    "4.5, 57.5",
    "5.999, 57.99966666666667",
    "6, 58",
    "6.001, 58",
    "5000, 58",
    "Infinity, 58",
    "NaN, NaN",
  })
  void goesStraightBetweenKnotsAndFlatOutside(double x, double expected) {
    Formula table = Formula.parse("table({0:50, 2:55, 3:57, 6:58}, x)");
    Formula interp = Formula.parse("interp(x, 0,50, 2,55, 3,57, 6,58)");

    assertThat(table.evaluate(x)).isEqualTo(Double.valueOf(expected));
    assertThat(interp.evaluate(x)).isEqualTo(Double.valueOf(expected));
  }

  @Test
  void doesNotClampInTheLastUnitBelowTheLastKey() {
    assertThat(Formula.parse("table({0:0, 10:100}, x)").evaluate(9.5)).isEqualTo(95);
  }

  @Test
  void isConstantWithOneKnot() {
    assertThat(Formula.parse("table({3:7}, x)").evaluate(-100)).isEqualTo(7);
    assertThat(Formula.parse("table({3:7}, x)").evaluate(3)).isEqualTo(7);
    assertThat(Formula.parse("interp(x, 3, 7)").evaluate(100)).isEqualTo(7);
    assertThat(Formula.parse("interp(x, 3, 7)").evaluate(Double.NaN)).isNaN();
  }

  @Test
  void takesSignedAndFractionalKnots() {
    Formula factor = Formula.parse("interp(x, -30,1.8, -20.5,-1.4, 0,1e-1)");

    assertThat(factor.evaluate(-30)).isEqualTo(1.8);
    assertThat(factor.evaluate(-20.5)).isEqualTo(-1.4);
    assertThat(factor.evaluate(-10.25)).isEqualTo((0.1 - -1.4) / (0 - -20.5) * 10.25 + -1.4);
  }

  @Test
  void interpolatesInTheDocumentedOrder() {
    double x = 0.1;

    assertThat(Formula.parse("table({0:0.3, 0.7:1.1}, x)").evaluate(x))
        .isEqualTo((1.1 - 0.3) / (0.7 - 0) * (x - 0) + 0.3);
  }

  @Test
  void looksUpWhateverTheArgumentComputes() {
    assertThat(Formula.parse("table({0:0, 10:100}, x / 2 + 1)").evaluate(4)).isEqualTo(30);
    assertThat(Formula.parse("2 * interp(-x, 0,0, 10,100) + 1").evaluate(-4)).isEqualTo(81);
  }

  @Test
  void findsEveryKnotOfALongTable() {
    StringBuilder text = new StringBuilder("table({0:0");
    for (int i = 1; i <= 100; i++) {
      text.append(',').append(i).append(':').append(i * i);
    }
    Formula squares = Formula.parse(text.append("}, x)").toString());

    for (int i = 0; i < 100; i++) {
      assertThat(squares.evaluate(i)).isEqualTo(i * i);
      assertThat(squares.evaluate(i + 0.5)).isEqualTo((i * i + (i + 1) * (i + 1)) / 2.0);
    }
  }
}
