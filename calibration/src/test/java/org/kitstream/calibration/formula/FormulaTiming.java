package org.kitstream.calibration.formula;

import java.util.List;
import java.util.Locale;

/**
 * Prints what one evaluation costs, in a JVM that has met every kind of node, so that no call is
 * cheaper than in a real job. Not a test: run {@code main} with the JVM's own flags.
 */
final class FormulaTiming {

  private static final int EVALUATIONS = 20_000_000;

  private static final List<String> FORMULAS =
      List.of(
          "(175.72 / 65536.0 * x) - 53",
          "x/10.0",
          "table({0:50,2:55,3:57,6:58,20:59,40:60,60:61,75:62,115:63,150:64,180:65}, x)",
          "interp(x, -30, 0.7, 0, 1, 50, 4.5)",
          "if(x > 20 and not (x == 30) or x < 1, clamp(x, 5, 9), -x^2)",
          "exp(log(x + 1)) + min(x, 3, 4) * sqrt(abs(x))",
          "0.1*x^3 - 2*x^2 + 3*x - 4");

  private FormulaTiming() {}

  public static void main(String[] args) {
    for (int round = 0; round < 3; round++) {
      for (String text : FORMULAS) {
        Formula formula = Formula.parse(text);
        System.out.printf(
            Locale.ROOT, "round %d %6.1f ns  %s%n", round, nanosPerEvaluation(formula), text);
      }
    }
  }

  private static double nanosPerEvaluation(Formula formula) {
    double sum = 0;
    long start = System.nanoTime();
    for (int i = 0; i < EVALUATIONS; i++) {
      sum += formula.evaluate(i & 0xff);
    }
    long nanos = System.nanoTime() - start;
    if (Double.isInfinite(sum)) {
      throw new IllegalStateException("the sum is used so that the loop is not optimised away");
    }
    return (double) nanos / EVALUATIONS;
  }
}
