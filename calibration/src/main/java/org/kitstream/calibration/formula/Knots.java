package org.kitstream.calibration.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kitstream.calibration.formula.Token.Kind;

/** Reads the constants of a formula, alone and as the knots of {@code table} and {@code interp}. */
final class Knots {

  private final Tokens tokens;
  private final Names names;

  Knots(Tokens tokens, Names names) {
    this.tokens = tokens;
    this.names = names;
  }

  /** {@code {k:v,…}, argument)}. */
  Interpolation table(Supplier<Term> argument) {
    Builder knots = new Builder();
    tokens.expect("{", "and the knots of the table");
    do {
      Token at = tokens.peek();
      double key = constant();
      tokens.expect(":", "between a key and its value");
      knots.add(at, key, constant());
    } while (tokens.takeIf(","));
    tokens.expect("}", "or \",\" after a knot");
    tokens.expect(",", "and the argument of the table");
    Term looked = argument.get();
    tokens.expect(")", "after the argument of the table");
    return knots.build(looked);
  }

  /** {@code , x0,y0, x1,y1, …)}. */
  Interpolation interp(Term argument) {
    Builder knots = new Builder();
    do {
      tokens.expect(",", "and the next knot of interp");
      Token at = tokens.peek();
      double key = constant();
      tokens.expect(",", "between a key and its value");
      knots.add(at, key, constant());
    } while (tokens.isAt(","));
    tokens.expect(")", "or \",\" after a knot");
    return knots.build(argument);
  }

  private double constant() {
    boolean negative = tokens.takeIf("-");
    if (tokens.isAt("x")) {
      throw tokens.unexpected("a constant, as every knot is");
    }
    double magnitude = tokens.peek().kind() == Kind.NAME ? coefficient(tokens.take()) : literal();
    return negative ? -magnitude : magnitude;
  }

  /** The number that stands here as digits. */
  double literal() {
    Token token = tokens.expect(Kind.NUMBER, "a number");
    double number = Double.parseDouble(token.text());
    if (Double.isInfinite(number)) {
      throw tokens.error(token, token.shown() + " is beyond the largest double");
    }
    return number;
  }

  /** The number that this name stands for. */
  double coefficient(Token name) {
    Double number = names.coefficients().get(name.text());
    if (number != null) {
      return number;
    }
    throw names.notANumber(tokens, name);
  }

  private final class Builder {

    private final List<Double> keys = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    void add(Token at, double key, double value) {
      if (!keys.isEmpty() && !(key > keys.get(keys.size() - 1))) {
        throw tokens.error(at, "the keys must ascend");
      }
      keys.add(key);
      values.add(value);
    }

    Interpolation build(Term argument) {
      return new Interpolation(array(keys), array(values), argument);
    }

    private double[] array(List<Double> numbers) {
      return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
