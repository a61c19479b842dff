package org.kitstream.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.calibration.formula.FormulaInput.Kind;

class FormulaTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                | 7
          0.5              | 0.5
          1e3              | 1000
          2.5E-3           | 0.0025
          1e+2             | 100
          1 + 2 * 3        | 7
          (1 + 2) * 3      | 9
          8 - 3 - 2        | 3
          8 - (3 - 2)      | 7
          64 / 4 / 2       | 8
          64 / (4 / 2)     | 32
          2 * 3 / 4 * 8    | 12
          2 ^ 3 ^ 2        | 512
          (2 ^ 3) ^ 2      | 64
          2 * 3 ^ 2        | 18
          -2 ^ 2           | -4
          (-2) ^ 2         | 4
          2 ^ -1           | 0.5
          2 ^ -2 ^ 2       | 0.0625
          --3              | 3
          4 - -3           | 7
          -3 * -2          | 6
          10 - -2 ^ 2      | 14
          """)
  void bindsOperatorsAsMathematicsDoes(String text, double expected) {
    assertThat(Formula.parse(text).evaluate(0)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} for x = 5 holds: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x < 5                              | false
          x < 6                              | true
          x <= 5                             | true
          x <= 4                             | false
          x > 5                              | false
          x > 4                              | true
          x >= 5                             | true
          x >= 6                             | false
          x == 5                             | true
          x == 4                             | false
          x != 5                             | false
          x != 4                             | true
          x > 4 and x < 6                    | true
          x > 4 and x < 5                    | false
          x > 5 and x < 6                    | false
          x > 5 or x < 6                     | true
          x > 4 or x < 5                     | true
          x > 5 or x < 5                     | false
          x > 4 or x > 5 and x > 6           | true
          (x > 4 or x > 5) and x > 6         | false
          not x > 5                          | true
          not x > 4                          | false
          not not x > 4                      | true
          not x > 4 or x == 5                | true
          not (x > 4 or x == 5)              | false
          x - 1 < 2 + 3                      | true
          x * 2 == 2 * x                     | true
          log(-1) < 1                        | false
          log(-1) >= 1                       | false
          log(-1) == log(-1)                 | false
          log(-1) != log(-1)                 | true
          """)
  void decidesConditions(String condition, boolean expected) {
    Formula formula = Formula.parse("if(" + condition + ", 1, 0)");

    assertThat(formula.evaluate(5)).isEqualTo(expected ? 1 : 0);
  }

  @Test
  void evaluatesFromLeftToRightInDoubles() {
    assertThat(Formula.parse("0.1 + 0.2 + 0.3").evaluate(0)).isEqualTo(0.1 + 0.2 + 0.3);
    assertThat(Formula.parse("0.1 + (0.2 + 0.3)").evaluate(0)).isEqualTo(0.1 + (0.2 + 0.3));
    assertThat(0.1 + 0.2 + 0.3).isNotEqualTo(0.1 + (0.2 + 0.3));
  }

  @Test
  void givesWhatIeeeArithmeticGivesAtItsEdges() {
    assertThat(Formula.parse("1 / x").evaluate(0)).isInfinite().isPositive();
    assertThat(Formula.parse("-1 / x").evaluate(0)).isInfinite().isNegative();
    assertThat(Formula.parse("x / x").evaluate(0)).isNaN();
    assertThat(Formula.parse("x * 10").evaluate(Double.MAX_VALUE)).isInfinite();
    assertThat(Formula.parse("-x").evaluate(0)).isEqualTo(-0.0);
  }

  @Test
  void readsBlanksTabsAndLinesAsOneGap() {
    assertThat(Formula.parse("\t 1\r\n+\n  x ").evaluate(2)).isEqualTo(3);
    assertThat(Formula.parse("1+x").evaluate(2)).isEqualTo(3);
  }

  @Test
  void choosesBranchesByTheCondition() {
    Formula formula = Formula.parse("if(x > 10, if(x > 20, 3, 2), 1)");

    assertThat(formula.evaluate(10)).isEqualTo(1);
    assertThat(formula.evaluate(11)).isEqualTo(2);
    assertThat(formula.evaluate(21)).isEqualTo(3);
  }

  @Test
  void listsEachInputOnceInTheOrderOfMention() {
    Formula formula =
        Formula.parse(
            "sensor(\"t\").value + sensor(\"pm_avg_2.5\").raw * sensor(\"t\").raw"
                + " - sensor(\"t\").value");

    assertThat(formula.inputs())
        .containsExactly(
            new FormulaInput("t", Kind.VALUE),
            new FormulaInput("pm_avg_2.5", Kind.RAW),
            new FormulaInput("t", Kind.RAW));
    assertThat(formula.evaluate(0, new double[] {2, 3, 5})).isEqualTo(2 + 3 * 5 - 2);
  }

  @Test
  void readsARepeatedInputFromItsOwnSlot() {
    Formula formula = Formula.parse("sensor(\"a\").raw - sensor(\"b\").raw * sensor(\"b\").raw");

    assertThat(formula.evaluate(0, new double[] {2, 3})).isEqualTo(2 - 3 * 3);
  }

  @Test
  void refusesAnotherCountOfInputs() {
    Formula formula = Formula.parse("x - sensor(\"t\").raw");

    assertThatThrownBy(() -> formula.evaluate(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> formula.evaluate(1, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the formula has 1 inputs, given 2");
  }

  @Test
  void hasNoInputsWhenItReadsOnlyX() {
    assertThat(Formula.parse("x").inputs()).isEqualTo(List.of());
    assertThat(Formula.parse("x").evaluate(4, new double[0])).isEqualTo(4);
  }

  @Test
  void bindsCoefficientsAsNumbers() {
    Map<String, Double> coefficients = Map.of("slope", 2.5, "_0ffset", -1.0, "e", 3.0);

    Formula formula = Formula.parse("slope * x + _0ffset + e", coefficients);

    assertThat(formula.evaluate(4)).isEqualTo(2.5 * 4 - 1 + 3);
  }

  @Test
  void takesEveryLetterAndDigitInNames() {
    Map<String, Double> coefficients = Map.of("a", 1.0, "z", 2.0, "A", 3.0, "Z", 4.0, "_90", 5.0);

    assertThat(Formula.parse("a + z*10 + A*100 + Z*1000 + _90*10000", coefficients).evaluate(0))
        .isEqualTo(54_321);
  }

  @Test
  void takesCoefficientsAsKnots() {
    Map<String, Double> coefficients = Map.of("k0", 10.0, "v0", 1.0, "v1", 3.0);

    assertThat(Formula.parse("interp(x, k0, v0, 20, v1)", coefficients).evaluate(15)).isEqualTo(2);
    assertThat(Formula.parse("table({-k0:-v0, k0:v1}, x)", coefficients).evaluate(0)).isEqualTo(1);
  }

  @Test
  void remembersItsText() {
    assertThat(Formula.parse(" x + 1 ")).hasToString(" x + 1 ");
  }
}
