package org.kitstream.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaErrorTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x / 65536.0 * lg(x)    | column 15: unknown function "lg"; did you mean "log"?
          y + 1                  | column 1: unknown name "y"
          X + 1                  | column 1: unknown name "X"; did you mean "x"?
          Sqrt(x)                | column 1: unknown function "Sqrt"; did you mean "sqrt"?
          tabel({1:2}, x)        | column 1: unknown function "tabel"; did you mean "table"?
          ln(x)                  | column 1: unknown function "ln"; did you mean "log"?
          mix(x)                 | column 1: unknown function "mix"; did you mean "max"?
          mon(x)                 | column 1: unknown function "mon"; did you mean "min"?
          no2(x)                 | column 1: unknown function "no2"
          frobnicate(x)          | column 1: unknown function "frobnicate"
          sensr                  | column 1: unknown name "sensr"; did you mean "sensor"?
          x(3)                   | column 1: unknown function "x"
          2 * max                | column 5: "max" is a function; write max(…)
          2 * if                 | column 5: "if" is a function; write if(…)
          2 + and                | column 5: expected a number, found "and"
          2 +                    | column 4: the formula ends where a number is expected
          2 + * 3                | column 5: expected a number, found "*"
          2 3                    | column 3: expected an operator such as + or *, found "3"
          2x                     | column 2: expected an operator such as + or *, found "x"
          (x + 1                 | column 7: the formula ends where ")" to close the parenthesis is expected
          x + 1)                 | column 6: expected an operator such as + or *, found ")"
          1.                     | column 3: a digit must follow the decimal point
          .5                     | column 1: expected a number, found "."
          1e                     | column 3: a digit must follow the e of an exponent
          1e+                    | column 4: a digit must follow the e of an exponent
          1e999                  | column 1: "1e999" is beyond the largest double
          x # 2                  | column 3: unexpected "#"
          x = 2                  | column 3: unexpected "="; to compare, write ==
          x > 2 && x < 3         | column 7: unexpected "&"; write and
          !x                     | column 1: unexpected "!"; write not
          x[0]                   | column 2: unexpected "["; write ( and )
          x ~ 2                  | column 3: unexpected "~"
          x \177 2               | column 3: unexpected character U+007F
          x × 2                  | column 3: unexpected character U+00D7
          x > 2                  | column 1: a condition is not a value; write if(condition, 1, 0)
          1 < x < 3              | column 7: compare two numbers at a time and join them with and
          (x > 2) + 1            | column 9: "+" needs numbers; a condition belongs into if(…)
          1 + (x > 2)            | column 3: "+" needs numbers; a condition belongs into if(…)
          (x > 2) * 1            | column 9: "*" needs numbers; a condition belongs into if(…)
          1 / (x > 2)            | column 3: "/" needs numbers; a condition belongs into if(…)
          -(x > 2)               | column 1: "-" needs numbers; a condition belongs into if(…)
          (x > 2) ^ 1            | column 9: "^" needs numbers; a condition belongs into if(…)
          1 ^ (x > 2)            | column 3: "^" needs numbers; a condition belongs into if(…)
          (x > 2) < 3            | column 9: "<" needs numbers; a condition belongs into if(…)
          3 < (x > 2)            | column 3: "<" needs numbers; a condition belongs into if(…)
          abs(x > 2)             | column 1: "abs" needs numbers; a condition belongs into if(…)
          if(x, 1, 0)            | column 1: "if" needs a condition such as x > 3
          if(x > 1, x > 2, 0)    | column 1: "if" needs numbers; a condition belongs into if(…)
          if(x > 1 and 2, 1, 0)  | column 10: "and" needs a condition such as x > 3
          if(2 and x > 1, 1, 0)  | column 6: "and" needs a condition such as x > 3
          if(x > 1 or 2, 1, 0)   | column 10: "or" needs a condition such as x > 3
          if(2 or x > 1, 1, 0)   | column 6: "or" needs a condition such as x > 3
          if(not x, 1, 0)        | column 4: "not" needs a condition such as x > 3
          if(x > 1)              | column 9: expected "," after the condition of if, found ")"
          if(x > 1, 2)           | column 12: expected "," and what to take when the condition does not hold, found ")"
          if(x > 1, 2, 3, 4)     | column 15: expected ")" after the three arguments of if, found ","
          abs()                  | column 1: abs takes 1 argument, found 0
          abs(1, 2)              | column 1: abs takes 1 argument, found 2
          pow(1)                 | column 1: pow takes 2 arguments, found 1
          clamp(1, 2)            | column 1: clamp takes 3 arguments, found 2
          clamp(1, 2, 3, 4)      | column 1: clamp takes 3 arguments, found 4
          min(1)                 | column 1: min takes at least 2 arguments, found 1
          max(1 2)               | column 7: expected ")" or "," after an argument of max, found "2"
          max(1,)                | column 7: expected a number, found ")"
          """)
  void saysWhereAndWhat(String text, String message) {
    assertThatThrownBy(() -> Formula.parse(text))
        .isInstanceOf(FormulaException.class)
        .hasMessage("line 1, " + message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          table(x)               | column 7: expected "{" and the knots of the table, found "x"
          table({}, x)           | column 8: expected a number, found "}"
          table({1}, x)          | column 9: expected ":" between a key and its value, found "}"
          table({1:x}, x)        | column 10: expected a constant, as every knot is, found "x"
          table({1:2:3}, x)      | column 11: expected "}" or "," after a knot, found ":"
          table({1:2,}, x)       | column 12: expected a number, found "}"
          table({1:2})           | column 12: expected "," and the argument of the table, found ")"
          table({1:2}, x, 3)     | column 15: expected ")" after the argument of the table, found ","
          table({1:2}, x > 3)    | column 1: "table" needs numbers; a condition belongs into if(…)
          table({2:1, 1:2}, x)   | column 13: the keys must ascend
          table({1:1, 1:2}, x)   | column 13: the keys must ascend
          table({1:1e999}, x)    | column 10: "1e999" is beyond the largest double
          table({1=>2}, x)       | column 9: unexpected "="; to compare, write ==
          interp(x)              | column 9: expected "," and the next knot of interp, found ")"
          interp(x, 1)           | column 12: expected "," between a key and its value, found ")"
          interp(x, 1, 2, 3)     | column 18: expected "," between a key and its value, found ")"
          interp(x, 2,1, 1,2)    | column 16: the keys must ascend
          interp(x, 1,2, 3,y)    | column 18: unknown name "y"
          interp(x, 1, 2 3)      | column 16: expected ")" or "," after a knot, found "3"
          interp(x > 1, 1, 2)    | column 1: "interp" needs numbers; a condition belongs into if(…)
          sensor                 | column 7: the formula ends where "(" after sensor is expected
          sensor(t).raw          | column 8: expected a sensor key in double quotes, found "t"
          sensor('t').raw        | column 8: unexpected "'"; write sensor keys in double quotes
          sensor("t.raw          | column 8: the closing " is missing
          sensor(" ").raw        | column 8: the sensor key is empty
          sensor("t" + 1         | column 12: expected ")" after the sensor key, found "+"
          sensor("t")            | column 12: the formula ends where "." and then raw or value is expected
          sensor("t").row        | column 13: expected "value" or "raw" after the dot, found "row"
          "t"                    | column 1: expected a number, found "t"
          """)
  void saysWhatIsWrongWithTablesAndInputs(String text, String message) {
    assertThatThrownBy(() -> Formula.parse(text))
        .isInstanceOf(FormulaException.class)
        .hasMessage("line 1, " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void refusesAnEmptyFormula(String text) {
    assertThatThrownBy(() -> Formula.parse(text)).hasMessageEndingWith(": the formula is empty");
  }

  @Test
  void countsLinesAndCharactersAsAReaderDoes() {
    FormulaException error =
        catchThrowableOfType(
            FormulaException.class, () -> Formula.parse("x +\n  sensor(\"🌡\").raw + lg(x)"));

    assertThat(error.line()).isEqualTo(2);
    assertThat(error.column()).isEqualTo(21);
    assertThat(error).hasMessageStartingWith("line 2, column 21: unknown function");
  }

  @Test
  void knowsTheOrOfOtherLanguages() {
    assertThatThrownBy(() -> Formula.parse("x > 2 || x < 3"))
        .hasMessage("line 1, column 7: unexpected \"|\"; write or");
  }

  @Test
  void shortensWhatItQuotes() {
    String name = "a".repeat(41);

    assertThatThrownBy(() -> Formula.parse(name))
        .hasMessage("line 1, column 1: unknown name \"" + "a".repeat(40) + "…\"");
    assertThatThrownBy(() -> Formula.parse("a".repeat(40)))
        .hasMessage("line 1, column 1: unknown name \"" + "a".repeat(40) + "\"");
  }

  @Test
  void suggestsTheNearestWhateverTheCase() {
    Map<String, Double> coefficients = Map.of("GAIN", 1.0, "gait", 2.0);

    assertThatThrownBy(() -> Formula.parse("x * gain", coefficients))
        .hasMessageEndingWith("; did you mean \"GAIN\"?");
  }

  @Test
  void suggestsCoefficients() {
    assertThatThrownBy(() -> Formula.parse("x * slpe", Map.of("slope", 2.0)))
        .hasMessage("line 1, column 5: unknown name \"slpe\"; did you mean \"slope\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "sensor", "and", "or", "not", "if", "table", "interp", "min"})
  void refusesACoefficientWithANameOfTheLanguage(String name) {
    assertThatThrownBy(() -> Formula.parse("x", Map.of(name, 1.0)))
        .isInstanceOf(FormulaException.class)
        .hasMessage(
            "line 1, column 1: \"" + name + "\" is a word of the language, not a coefficient");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a-b", "ä", "a\u0100"})
  void refusesACoefficientThatCannotBeWritten(String name) {
    assertThatThrownBy(() -> Formula.parse("x", Map.of(name, 1.0)))
        .isInstanceOf(FormulaException.class)
        .hasMessage("line 1, column 1: a coefficient cannot be called \"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesACoefficientThatIsNotFinite(double number) {
    assertThatThrownBy(() -> Formula.parse("x", Map.of("k", number)))
        .isInstanceOf(FormulaException.class)
        .hasMessage("line 1, column 1: coefficient \"k\" is " + number);
  }
}
