package org.kitstream.calibration.formula;

import java.util.ArrayList;
import java.util.List;
import org.kitstream.calibration.formula.FormulaInput.Kind;

/** Reads what operators join: numbers, names, inputs, calls and parentheses. */
final class Operands {

  private final Parser parser;
  private final Tokens tokens;
  private final Budget budget;
  private final Names names;
  private final Inputs inputs;
  private final Knots knots;

  Operands(Parser parser, Tokens tokens, Budget budget, Names names, Inputs inputs) {
    this.parser = parser;
    this.tokens = tokens;
    this.budget = budget;
    this.names = names;
    this.inputs = inputs;
    this.knots = new Knots(tokens, names);
  }

  Node operand() {
    Token first = tokens.peek();
    if (first.kind() == Token.Kind.NUMBER) {
      return budget.count(first, new Term.Literal(knots.literal()));
    }
    if (first.kind() == Token.Kind.NAME) {
      return named(tokens.take());
    }
    if (first.is("(")) {
      return parenthesis(tokens.take());
    }
    throw tokens.unexpected("a number");
  }

  private Node parenthesis(Token open) {
    budget.enter(open);
    Node inside = parser.expression();
    tokens.expect(")", "to close the parenthesis");
    budget.leave();
    return inside;
  }

  private Term named(Token name) {
    if (name.is("sensor")) {
      return sensor(name);
    }
    if (tokens.isAt("(")) {
      return call(name);
    }
    if (name.is("x")) {
      return budget.count(name, new Term.Posted());
    }
    return budget.count(name, new Term.Literal(knots.coefficient(name)));
  }

  /** {@code ("key").raw} or {@code ("key").value}. */
  private Term sensor(Token sensor) {
    tokens.expect("(", "after sensor");
    Token key = tokens.expect(Token.Kind.TEXT, "a sensor key in double quotes");
    if (key.text().isBlank()) {
      throw tokens.error(key, "the sensor key is empty");
    }
    tokens.expect(")", "after the sensor key");
    tokens.expect(".", "and then raw or value");
    int slot = inputs.slotOf(new FormulaInput(key.text(), kind()));
    return budget.count(sensor, new Term.Input(slot));
  }

  private Kind kind() {
    if (tokens.takeIf("raw")) {
      return Kind.RAW;
    }
    tokens.expect("value", "or \"raw\" after the dot");
    return Kind.VALUE;
  }

  private Term call(Token name) {
    if (!Names.isFunction(name.text())) {
      throw names.unknownFunction(tokens, name);
    }
    tokens.take();
    budget.enter(name);
    Term called =
        switch (name.text()) {
          case "if" -> choice(name);
          case "table" -> knots.table(() -> argument(name));
          case "interp" -> knots.interp(argument(name));
          default -> function(name);
        };
    budget.leave();
    return budget.count(name, called);
  }

  private Term choice(Token name) {
    Condition condition = parser.condition(parser.expression(), name);
    tokens.expect(",", "after the condition of if");
    Term then = argument(name);
    tokens.expect(",", "and what to take when the condition does not hold");
    Term otherwise = argument(name);
    tokens.expect(")", "after the three arguments of if");
    return new Term.Choice(condition, then, otherwise);
  }

  private Term function(Token name) {
    List<Term> arguments = new ArrayList<>();
    if (!tokens.isAt(")")) {
      do {
        arguments.add(argument(name));
      } while (tokens.takeIf(","));
    }
    tokens.expect(")", "or \",\" after an argument of " + name.text());
    Functions.Shape shape = Functions.shape(name.text());
    if (!shape.takes(arguments.size())) {
      throw tokens.error(
          name, name.text() + " takes " + shape.arity() + ", found " + arguments.size());
    }
    return shape.make().apply(arguments);
  }

  private Term argument(Token function) {
    return parser.number(parser.expression(), function);
  }
}
