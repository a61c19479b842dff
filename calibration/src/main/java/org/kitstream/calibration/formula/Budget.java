package org.kitstream.calibration.formula;

/** Keeps a formula within its bounds while it is parsed. */
final class Budget {

  private final Tokens tokens;
  private int nodes;
  private int depth;

  Budget(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Counts a node that begins or hinges at this token. */
  <N extends Node> N count(Token at, N node) {
    nodes++;
    if (nodes > Formula.MAX_NODES) {
      throw tokens.error(
          at, "more than " + Formula.MAX_NODES + " operations and operands in one formula");
    }
    return node;
  }

  /** Goes one level down; {@link #leave()} comes back, unless parsing fails. */
  void enter(Token at) {
    depth++;
    if (depth > Formula.MAX_DEPTH) {
      throw tokens.error(at, "nested deeper than " + Formula.MAX_DEPTH + " levels");
    }
  }

  void leave() {
    depth--;
  }
}
