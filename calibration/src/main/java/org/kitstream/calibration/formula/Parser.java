package org.kitstream.calibration.formula;

import org.kitstream.calibration.formula.Token.Kind;

/** Recursive descent over the operators, loosest first. {@link Operands} reads what they join. */
final class Parser {

  private final Tokens tokens;
  private final Budget budget;
  private final Operands operands;

  Parser(Source source, Names names, Inputs inputs) {
    if (source.text().length() > Formula.MAX_LENGTH) {
      throw source.error(Formula.MAX_LENGTH, "longer than " + Formula.MAX_LENGTH + " characters");
    }
    this.tokens = new Tokens(source);
    this.budget = new Budget(tokens);
    this.operands = new Operands(this, tokens, budget, names, inputs);
  }

  /** The whole text as one number. */
  Term formula() {
    Token first = tokens.peek();
    Node root = expression();
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.unexpected("an operator such as + or *");
    }
    if (root instanceof Term number) {
      return number;
    }
    throw tokens.error(first, "a condition is not a value; write if(condition, 1, 0)");
  }

  /** A number or a condition. */
  Node expression() {
    Node left = conjunction();
    while (tokens.isAt("or")) {
      Token or = tokens.take();
      Condition first = condition(left, or);
      left = budget.count(or, new Condition.Or(first, condition(conjunction(), or)));
    }
    return left;
  }

  private Node conjunction() {
    Node left = negation();
    while (tokens.isAt("and")) {
      Token and = tokens.take();
      Condition first = condition(left, and);
      left = budget.count(and, new Condition.And(first, condition(negation(), and)));
    }
    return left;
  }

  private Node negation() {
    if (!tokens.isAt("not")) {
      return comparison();
    }
    Token not = tokens.take();
    budget.enter(not);
    Condition negated = condition(negation(), not);
    budget.leave();
    return budget.count(not, new Condition.Not(negated));
  }

  private Node comparison() {
    Node left = sum();
    Token operator = tokens.peek();
    if (!isComparison(operator)) {
      return left;
    }
    tokens.take();
    Term first = number(left, operator);
    Term second = number(sum(), operator);
    if (isComparison(tokens.peek())) {
      throw tokens.error(tokens.peek(), "compare two numbers at a time and join them with and");
    }
    return budget.count(operator, comparison(operator, first, second));
  }

  private static boolean isComparison(Token token) {
    return switch (token.text()) {
      case "<", "<=", ">", ">=", "==", "!=" -> token.kind() == Kind.SYMBOL;
      default -> false;
    };
  }

  private static Condition comparison(Token operator, Term left, Term right) {
    return switch (operator.text()) {
      case "<" -> new Condition.Less(left, right);
      case "<=" -> new Condition.LessOrEqual(left, right);
      case ">" -> new Condition.Less(right, left);
      case ">=" -> new Condition.LessOrEqual(right, left);
      case "==" -> new Condition.Equal(left, right);
      default -> new Condition.Not(new Condition.Equal(left, right));
    };
  }

  private Node sum() {
    Node left = product();
    while (tokens.isAt("+") || tokens.isAt("-")) {
      Token operator = tokens.take();
      Term first = number(left, operator);
      Term second = number(product(), operator);
      left =
          budget.count(
              operator,
              operator.is("+") ? new Term.Sum(first, second) : new Term.Difference(first, second));
    }
    return left;
  }

  private Node product() {
    Node left = sign();
    while (tokens.isAt("*") || tokens.isAt("/")) {
      Token operator = tokens.take();
      Term first = number(left, operator);
      Term second = number(sign(), operator);
      left =
          budget.count(
              operator,
              operator.is("*")
                  ? new Term.Product(first, second)
                  : new Term.Quotient(first, second));
    }
    return left;
  }

  private Node sign() {
    if (!tokens.isAt("-")) {
      return power();
    }
    Token minus = tokens.take();
    budget.enter(minus);
    Term negated = number(sign(), minus);
    budget.leave();
    return budget.count(minus, new Term.Negation(negated));
  }

  /** Binds tighter than the sign before it and groups to the right: {@code -2^3^2 = -(2^(3^2))}. */
  private Node power() {
    Node base = operands.operand();
    if (!tokens.isAt("^")) {
      return base;
    }
    Token caret = tokens.take();
    Term first = number(base, caret);
    budget.enter(caret);
    Term exponent = number(sign(), caret);
    budget.leave();
    return budget.count(caret, new Term.Binary(StrictMath::pow, first, exponent));
  }

  /** The node as a number. */
  Term number(Node node, Token user) {
    if (node instanceof Term term) {
      return term;
    }
    throw tokens.error(user, user.shown() + " needs numbers; a condition belongs into if(…)");
  }

  /** The node as a condition. */
  Condition condition(Node node, Token user) {
    if (node instanceof Condition condition) {
      return condition;
    }
    throw tokens.error(user, user.shown() + " needs a condition such as x > 3");
  }
}
