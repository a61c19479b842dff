package org.kitstream.calibration.formula;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes random valid formulas, well within the bounds of the language. */
final class RandomFormula {

  static final Map<String, Double> COEFFICIENTS = Map.of("slope", 1.75, "t_0", -12.5, "K", 3.0);

  static final List<String> INPUTS =
      List.of("sensor(\"t\").raw", "sensor(\"pm_avg_2.5\").value", "sensor(\"t\").value");

  private static final List<String> OPERATORS = List.of(" + ", " - ", "*", "/", " ^ ", "+", "-");
  private static final List<String> COMPARISONS = List.of(" < ", "<=", " > ", ">=", "==", " != ");
  private static final List<String> UNARY = List.of("abs", "sqrt", "exp", "log", "log10", "round");
  private static final List<String> CONSTANTS = List.of("slope", "t_0", "K");
  private static final List<String> NUMBERS =
      List.of("0", "1", "2", "10", "0.5", "3.25", "1e3", "2.5E-3", "65536.0", "175.72", "1e300");

  private final Random random;

  RandomFormula(Random random) {
    this.random = random;
  }

  /** A number. */
  String next() {
    return number(1 + random.nextInt(4));
  }

  private String number(int levels) {
    if (levels == 0) {
      return leaf();
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> chain(levels);
      case 4 -> '(' + number(levels - 1) + ')';
      case 5 -> '-' + parenthesised(levels - 1);
      case 6 -> pick(UNARY) + '(' + number(levels - 1) + ')';
      case 7 -> (random.nextBoolean() ? "min(" : "max(") + two(levels - 1) + ", " + leaf() + ')';
      case 8 -> "clamp(" + number(levels - 1) + ", " + leaf() + "," + leaf() + ')';
      case 9 -> "if(" + condition(levels - 1) + ", " + two(levels - 1) + ')';
      case 10 -> "pow(" + two(levels - 1) + ')';
      default -> lines(levels - 1);
    };
  }

  /** Operands side by side without parentheses, so that precedence decides. */
  private String chain(int levels) {
    StringBuilder text = new StringBuilder(number(levels - 1));
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(pick(OPERATORS)).append(random.nextInt(6) == 0 ? "-" : "");
      text.append(random.nextBoolean() ? leaf() : parenthesised(levels - 1));
    }
    return text.toString();
  }

  private String parenthesised(int levels) {
    return '(' + number(levels) + ')';
  }

  private String two(int levels) {
    return number(levels) + ", " + number(Math.max(0, levels - 1));
  }

  private String lines(int levels) {
    boolean table = random.nextBoolean();
    StringBuilder knots = new StringBuilder();
    int key = -20;
    for (int i = random.nextInt(4); i >= 0; i--) {
      key += 1 + random.nextInt(30);
      knots.append(knots.isEmpty() ? "" : ", ").append(key);
      knots.append(table ? ":" : ", ").append(random.nextBoolean() ? "-" : "");
      knots.append(random.nextBoolean() ? pick(NUMBERS) : pick(CONSTANTS));
    }
    return table
        ? "table({" + knots + "}, " + number(levels) + ')'
        : "interp(" + number(levels) + ", " + knots + ')';
  }

  private String condition(int levels) {
    String compared = number(Math.min(1, levels)) + pick(COMPARISONS) + number(0);
    return switch (levels == 0 ? 3 : random.nextInt(7)) {
      case 0 -> condition(levels - 1) + " and " + condition(levels - 1);
      case 1 -> condition(levels - 1) + " or " + condition(levels - 1);
      case 2 -> "not (" + condition(levels - 1) + ')';
      case 3 -> "not " + compared;
      case 4 -> '(' + condition(levels - 1) + ')';
      default -> compared;
    };
  }

  private String leaf() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> pick(NUMBERS);
      case 2 -> pick(CONSTANTS);
      case 3 -> pick(INPUTS);
      default -> "x";
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
