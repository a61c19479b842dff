package org.kitstream.calibration.formula;

import java.util.List;
import java.util.Map;

/**
 * A calibration formula over the posted number {@code x}, such as {@code (175.72 / 65536.0 * x) -
 * 53}. It is evaluated in IEEE doubles exactly as it is written: nothing is reordered or
 * simplified, and the transcendental functions are those of {@link StrictMath}, so that every
 * machine gives the same last digit.
 *
 * <p>Immutable; any number of threads may share one.
 */
public final class Formula {

  /** The longest text, in chars. */
  public static final int MAX_LENGTH = 2_000;

  /** The most operations and operands in one formula; a table counts as one. */
  public static final int MAX_NODES = 256;

  /** The most parentheses, calls, signs, {@code not}s and powers inside each other. */
  public static final int MAX_DEPTH = 32;

  private static final double[] NO_INPUTS = {};

  private final String text;
  private final Term root;
  private final List<FormulaInput> inputs;

  private Formula(String text, Term root, List<FormulaInput> inputs) {
    this.text = text;
    this.root = root;
    this.inputs = inputs;
  }

  /**
   * Reads a formula that names no coefficients.
   *
   * @throws FormulaException when the text is none or breaks a bound; no other, whatever the text
   */
  public static Formula parse(String text) {
    return parse(text, Map.of());
  }

  /**
   * Reads a formula. The coefficients become part of it as numbers.
   *
   * @param coefficients by name: letters, digits and {@code _}, not starting with a digit
   * @throws FormulaException when the text is none or breaks a bound, or a coefficient has a name
   *     that the language owns or is not finite
   */
  public static Formula parse(String text, Map<String, Double> coefficients) {
    Source source = new Source(text);
    Inputs inputs = new Inputs();
    Term root = new Parser(source, Names.of(source, coefficients), inputs).formula();
    return new Formula(text, root, inputs.list());
  }

  /** What it reads beside {@code x}: each input once, in the order of first mention. */
  public List<FormulaInput> inputs() {
    return inputs;
  }

  /**
   * The value of a formula without {@link #inputs()}. Allocates nothing.
   *
   * @return NaN or an infinity where the arithmetic says so
   * @throws IllegalArgumentException when the formula has inputs
   */
  public double evaluate(double x) {
    return evaluate(x, NO_INPUTS);
  }

  /**
   * The value of the formula. Allocates nothing.
   *
   * @param inputValues one for each of {@link #inputs()}, in the same order
   * @return NaN or an infinity where the arithmetic says so
   * @throws IllegalArgumentException when the count of inputs is another
   */
  public double evaluate(double x, double[] inputValues) {
    if (inputValues.length != inputs.size()) {
      throw new IllegalArgumentException(
          "the formula has " + inputs.size() + " inputs, given " + inputValues.length);
    }
    return root.value(x, inputValues);
  }

  /** The text as it was parsed. */
  @Override
  public String toString() {
    return text;
  }
}
