package org.kitstream.calibration.formula;

/** A part that holds or does not. Comparisons are those of IEEE: with NaN only {@code !=} holds. */
sealed interface Condition extends Node {

  /** See {@link Term#value}. */
  boolean holds(double x, double[] inputs);

  record Less(Term left, Term right) implements Condition {
    @Override
    public boolean holds(double x, double[] inputs) {
      return left.value(x, inputs) < right.value(x, inputs);
    }
  }

  record LessOrEqual(Term left, Term right) implements Condition {
    @Override
    public boolean holds(double x, double[] inputs) {
      return left.value(x, inputs) <= right.value(x, inputs);
    }
  }

  record Equal(Term left, Term right) implements Condition {
    @Override
    public boolean holds(double x, double[] inputs) {
      return left.value(x, inputs) == right.value(x, inputs);
    }
  }

  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(double x, double[] inputs) {
      return left.holds(x, inputs) && right.holds(x, inputs);
    }
  }

  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(double x, double[] inputs) {
      return left.holds(x, inputs) || right.holds(x, inputs);
    }
  }

  record Not(Condition negated) implements Condition {
    @Override
    public boolean holds(double x, double[] inputs) {
      return !negated.holds(x, inputs);
    }
  }
}
