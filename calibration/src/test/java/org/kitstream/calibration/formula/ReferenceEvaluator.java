package org.kitstream.calibration.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second opinion on valid formulas: Dijkstra's shunting yard over one stack of doubles, straight
 * from the text and without a tree. Conditions are 1 and 0. It shares no code with the parser.
 */
final class ReferenceEvaluator {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(sensor\\(\"[^\"]*\"\\)\\.(?:raw|value)|[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
              + "|[A-Za-z_][A-Za-z0-9_]*|<=|>=|==|!=|.)\\s*");

  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("or", 1),
          Map.entry("and", 2),
          Map.entry("not", 3),
          Map.entry("<", 4),
          Map.entry("<=", 4),
          Map.entry(">", 4),
          Map.entry(">=", 4),
          Map.entry("==", 4),
          Map.entry("!=", 4),
          Map.entry("+", 5),
          Map.entry("-", 5),
          Map.entry("*", 6),
          Map.entry("/", 6),
          Map.entry("negate", 7),
          Map.entry("^", 8));

  private static final Set<String> PREFIXES = Set.of("not", "negate");

  private final Map<String, Double> names;
  private final Deque<Double> values = new ArrayDeque<>();
  private final Deque<String> operators = new ArrayDeque<>();
  private final Deque<Integer> argumentCounts = new ArrayDeque<>();

  private ReferenceEvaluator(Map<String, Double> names) {
    this.names = names;
  }

  /**
   * Evaluates a formula.
   *
   * @param names what {@code x}, coefficients and inputs (as they are written) stand for
   */
  static double evaluate(String text, Map<String, Double> names) {
    return new ReferenceEvaluator(names).run(text);
  }

  private double run(String text) {
    Matcher matcher = TOKEN.matcher(text);
    boolean operandExpected = true;
    while (matcher.lookingAt()) {
      String token = matcher.group(1);
      matcher.region(matcher.end(), text.length());
      boolean isCall = matcher.lookingAt() && matcher.group(1).equals("(");
      operandExpected = take(token, operandExpected, isCall);
    }
    reduceDownTo("");
    return values.pop();
  }

  /** Returns whether an operand comes next. */
  private boolean take(String token, boolean operandExpected, boolean isCall) {
    if (names.containsKey(token)) {
      values.push(Objects.requireNonNull(names.get(token)));
      return false;
    }
    if (Character.isDigit(token.charAt(0))) {
      values.push(Double.valueOf(token));
      return false;
    }
    if (operandExpected && (token.equals("-") || token.equals("not"))) {
      operators.push(token.equals("-") ? "negate" : token);
      return true;
    }
    if (PRECEDENCE.containsKey(token)) {
      reduceStronger(token);
      operators.push(token);
      return true;
    }
    return takeBracket(token, isCall);
  }

  private boolean takeBracket(String token, boolean isCall) {
    switch (token) {
      case "(" -> {
        operators.push("(");
        argumentCounts.push(1);
      }
      case ",", ":" -> {
        reduceDownTo("(");
        argumentCounts.push(argumentCounts.pop() + 1);
      }
      case ")" -> {
        close();
        return false;
      }
      case "{" -> {}
      case "}" -> {
        return false;
      }
      default -> {
        if (!isCall) {
          throw new AssertionError("what is " + token);
        }
        operators.push(token);
      }
    }
    return true;
  }

  private void close() {
    reduceDownTo("(");
    operators.pop();
    int count = argumentCounts.pop();
    String function = operators.peek();
    if (function == null || function.equals("(") || PRECEDENCE.containsKey(function)) {
      return;
    }
    operators.pop();
    List<Double> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arguments.add(values.pop());
    }
    Collections.reverse(arguments);
    values.push(call(function, arguments));
  }

  private void reduceStronger(String operator) {
    int own = precedence(operator);
    while (!operators.isEmpty()) {
      int top = precedence(Objects.requireNonNull(operators.peek()));
      if (top < own || (top == own && operator.equals("^"))) {
        return;
      }
      reduce(operators.pop());
    }
  }

  private void reduceDownTo(String end) {
    while (!operators.isEmpty() && !operators.peek().equals(end)) {
      reduce(operators.pop());
    }
  }

  private static int precedence(String operator) {
    return PRECEDENCE.getOrDefault(operator, 0);
  }

  private void reduce(String operator) {
    double right = values.pop();
    if (PREFIXES.contains(operator)) {
      values.push(operator.equals("not") ? 1 - right : -right);
      return;
    }
    double left = values.pop();
    values.push(
        switch (operator) {
          case "or" -> Math.max(left, right);
          case "and" -> left * right;
          case "<" -> truth(left < right);
          case "<=" -> truth(left <= right);
          case ">" -> truth(left > right);
          case ">=" -> truth(left >= right);
          case "==" -> truth(left == right);
          case "!=" -> truth(left != right);
          case "+" -> left + right;
          case "-" -> left - right;
          case "*" -> left * right;
          case "/" -> left / right;
          case "^" -> StrictMath.pow(left, right);
          default -> throw new AssertionError(operator);
        });
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private static double call(String function, List<Double> a) {
    double first = a.get(0);
    return switch (function) {
      case "abs" -> first <= 0 ? 0 - first : first;
      case "sqrt" -> Math.sqrt(first);
      case "exp" -> StrictMath.exp(first);
      case "log" -> StrictMath.log(first);
      case "log10" -> StrictMath.log10(first);
      case "pow" -> StrictMath.pow(first, a.get(1));
      case "round" -> round(first);
      case "min" -> a.contains(Double.NaN) ? Double.NaN : Collections.min(a);
      case "max" -> a.contains(Double.NaN) ? Double.NaN : Collections.max(a);
      case "clamp" -> clamp(first, a.get(1), a.get(2));
      case "if" -> first == 1 ? a.get(1) : a.get(2);
      case "interp" -> lines(a.subList(1, a.size()), first);
      case "table" -> lines(a.subList(0, a.size() - 1), a.get(a.size() - 1));
      default -> throw new AssertionError(function);
    };
  }

  private static double round(double number) {
    if (!Double.isFinite(number)) {
      return number;
    }
    double rounded = new BigDecimal(number).setScale(0, RoundingMode.HALF_UP).doubleValue();
    return rounded == 0 ? Math.copySign(0, number) : rounded;
  }

  private static double clamp(double number, double low, double high) {
    if (Double.isNaN(number) || Double.isNaN(low) || Double.isNaN(high) || low > high) {
      return Double.NaN;
    }
    List<Double> three = new ArrayList<>(List.of(low, number, high));
    Collections.sort(three);
    return three.get(1);
  }

  private static double lines(List<Double> knots, double at) {
    int size = knots.size();
    if (Double.isNaN(at)) {
      return at;
    }
    double x = Math.max(at, knots.get(0));
    for (int i = 0; i + 2 < size; i += 2) {
      double k0 = knots.get(i);
      double v0 = knots.get(i + 1);
      double k1 = knots.get(i + 2);
      if (x < k1) {
        return (knots.get(i + 3) - v0) / (k1 - k0) * (x - k0) + v0;
      }
    }
    return knots.get(size - 1);
  }
}
