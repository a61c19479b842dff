package org.kitstream.calibration.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulaDifferentialTest {

  private static final long SEED = 20_261_124;
  private static final int FORMULAS = 10_000;
  private static final int EVALUATIONS_EACH = 5;

  private final Random random = new Random(SEED);

  @Test
  void agreesWithTheReferenceToTheLastBit() {
    RandomFormula formulas = new RandomFormula(random);
    int finite = 0;
    for (int i = 0; i < FORMULAS; i++) {
      String text = formulas.next();
      Formula formula = Formula.parse(text, RandomFormula.COEFFICIENTS);
      for (int j = 0; j < EVALUATIONS_EACH; j++) {
        finite += Double.isFinite(agreedValue(text, formula)) ? 1 : 0;
      }
    }
    // NaN agrees with NaN too easily: most of what is compared must be numbers.
    assertThat(finite).isGreaterThan(FORMULAS * EVALUATIONS_EACH / 2);
  }

  private double agreedValue(String text, Formula formula) {
    Map<String, Double> names = randomNames();
    double expected = ReferenceEvaluator.evaluate(text, names);
    double actual = formula.evaluate(number(names, "x"), inputValues(formula.inputs(), names));
    assertThat(actual)
        .as("seed %d: %s with %s", SEED, text, names)
        .isEqualTo(Double.valueOf(expected));
    return actual;
  }

  private Map<String, Double> randomNames() {
    Map<String, Double> names = new HashMap<>(RandomFormula.COEFFICIENTS);
    names.put("x", randomNumber());
    RandomFormula.INPUTS.forEach(input -> names.put(input, randomNumber()));
    return names;
  }

  private double randomNumber() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(5) - 2;
      case 1 -> random.nextInt(65_536);
      case 2 -> -random.nextInt(1_000) / 10.0;
      default -> random.nextGaussian() * 50;
    };
  }

  private static double[] inputValues(List<FormulaInput> inputs, Map<String, Double> names) {
    List<Double> values = new ArrayList<>();
    for (FormulaInput input : inputs) {
      String part = input.kind() == FormulaInput.Kind.RAW ? "raw" : "value";
      values.add(number(names, "sensor(\"" + input.sensorKey() + "\")." + part));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double number(Map<String, Double> names, String name) {
    return Objects.requireNonNull(names.get(name), name);
  }
}
