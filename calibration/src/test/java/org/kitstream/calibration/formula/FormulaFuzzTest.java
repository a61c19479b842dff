package org.kitstream.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulaFuzzTest {

  private static final long SEED = 7_919;
  private static final int INPUTS = 100_000;

  private static final List<String> WORDS =
      List.of(
          "x",
          "sensor",
          "(\"t\")",
          ".raw",
          ".value",
          "and",
          "or",
          "not",
          "if(",
          "min(",
          "clamp(",
          "interp(",
          "table({",
          "}",
          ":",
          ",",
          "(",
          ")",
          "+",
          "-",
          "*",
          "/",
          "^",
          "<",
          ">=",
          "==",
          "!=",
          "1",
          "0.5",
          "1e9",
          "1e999",
          ".",
          "\"",
          "=",
          "&",
          "é",
          "\uD83D",
          "\0",
          "\n",
          " ",
          "abs",
          "slope",
          "999999999999999999999999");

  private final Random random = new Random(SEED);

  @Test
  void parsesOrExplainsWhateverItIsGiven() {
    int parsed = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = i % 2 == 0 ? soup() : mutated(new RandomFormula(random).next());
      parsed += isParsed(text) ? 1 : 0;
    }
    // Both outcomes are met often, or the inputs are not worth the name.
    assertThat(parsed).isBetween(INPUTS / 20, INPUTS * 19 / 20);
  }

  private boolean isParsed(String text) {
    try {
      Formula formula = Formula.parse(text, RandomFormula.COEFFICIENTS);
      formula.evaluate(1.5, new double[formula.inputs().size()]);
      return true;
    } catch (FormulaException explained) {
      assertThat(explained.getMessage())
          .as("seed %d: %s", SEED, text)
          .matches("(?s)line [1-9][0-9]*, column [1-9][0-9]*: .+");
      return false;
    } catch (RuntimeException | StackOverflowError unexpected) {
      return fail("seed " + SEED + ": " + text, unexpected);
    }
  }

  private String soup() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(anyWord());
    }
    return text.toString();
  }

  private String mutated(String formula) {
    StringBuilder text = new StringBuilder(formula);
    for (int i = random.nextInt(3); i > 0 && text.length() > 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, anyWord());
        case 2 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }

  private String anyWord() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
