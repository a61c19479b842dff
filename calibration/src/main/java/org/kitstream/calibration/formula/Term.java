package org.kitstream.calibration.formula;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A part that is a number. Left operands are evaluated before right ones. */
sealed interface Term extends Node permits Interpolation, Term.Plain {

  /**
   * Evaluates this part. Allocates nothing.
   *
   * @param x the posted number
   * @param inputs the formula's inputs by slot
   */
  double value(double x, double[] inputs);

  /** The terms that are no more than their operands. */
  sealed interface Plain extends Term {}

  record Literal(double number) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return number;
    }
  }

  /** {@code x}. */
  record Posted() implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return x;
    }
  }

  record Input(int slot) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return inputs[slot];
    }
  }

  record Negation(Term negated) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return -negated.value(x, inputs);
    }
  }

  record Sum(Term left, Term right) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return left.value(x, inputs) + right.value(x, inputs);
    }
  }

  record Difference(Term left, Term right) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return left.value(x, inputs) - right.value(x, inputs);
    }
  }

  record Product(Term left, Term right) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return left.value(x, inputs) * right.value(x, inputs);
    }
  }

  record Quotient(Term left, Term right) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return left.value(x, inputs) / right.value(x, inputs);
    }
  }

  /** A function of one number. */
  record Unary(DoubleUnaryOperator function, Term operand) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return function.applyAsDouble(operand.value(x, inputs));
    }
  }

  /** A function of two numbers. */
  record Binary(DoubleBinaryOperator function, Term left, Term right) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return function.applyAsDouble(left.value(x, inputs), right.value(x, inputs));
    }
  }

  /** {@code clamp}; NaN where the bounds are crossed or not numbers. */
  record Clamp(Term clamped, Term low, Term high) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      double number = clamped.value(x, inputs);
      double least = low.value(x, inputs);
      double most = high.value(x, inputs);
      return least <= most ? Math.min(Math.max(number, least), most) : Double.NaN;
    }
  }

  /** {@code if}; only the chosen branch is evaluated. */
  record Choice(Condition condition, Term then, Term otherwise) implements Plain {
    @Override
    public double value(double x, double[] inputs) {
      return condition.holds(x, inputs) ? then.value(x, inputs) : otherwise.value(x, inputs);
    }
  }
}
