package org.kitstream.calibration.formula;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** The functions whose arguments are plain numbers. To add one, add a line. */
final class Functions {

  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private static final Map<String, Shape> BY_NAME =
      Map.ofEntries(
          unary("abs", Math::abs),
          unary("sqrt", Math::sqrt),
          unary("exp", StrictMath::exp),
          unary("log", StrictMath::log),
          unary("log10", StrictMath::log10),
          unary("round", Functions::round),
          Map.entry("pow", new Shape(2, 2, chain(StrictMath::pow))),
          Map.entry("min", new Shape(2, ANY_NUMBER, chain(Math::min))),
          Map.entry("max", new Shape(2, ANY_NUMBER, chain(Math::max))),
          Map.entry(
              "clamp",
              new Shape(3, 3, args -> new Term.Clamp(args.get(0), args.get(1), args.get(2)))));

  private Functions() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The shape of one of {@link #names()}. */
  static Shape shape(String name) {
    return Objects.requireNonNull(BY_NAME.get(name), name);
  }

  /**
   * A function as the parser sees it.
   *
   * @param least the fewest arguments
   * @param most the most arguments
   * @param make the term for arguments of an allowed count
   */
  record Shape(int least, int most, Function<List<Term>, Term> make) {

    boolean takes(int arguments) {
      return arguments >= least && arguments <= most;
    }

    /** For a message: {@code 2 arguments}. */
    String arity() {
      String count = most == ANY_NUMBER ? "at least " + least : Integer.toString(least);
      return count + (least == 1 ? " argument" : " arguments");
    }
  }

  /** To the nearest whole number; halves away from zero, as people round by hand. */
  static double round(double number) {
    double magnitude = Math.abs(number);
    double floor = Math.floor(magnitude);
    return Math.copySign(magnitude - floor >= 0.5 ? floor + 1 : floor, number);
  }

  private static Map.Entry<String, Shape> unary(String name, DoubleUnaryOperator function) {
    return Map.entry(name, new Shape(1, 1, args -> new Term.Unary(function, args.get(0))));
  }

  private static Function<List<Term>, Term> chain(DoubleBinaryOperator function) {
    return args ->
        args.stream().reduce((left, right) -> new Term.Binary(function, left, right)).orElseThrow();
  }
}
