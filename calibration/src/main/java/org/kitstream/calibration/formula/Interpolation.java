package org.kitstream.calibration.formula;

/**
 * Straight lines between knots, flat outside: {@code table} and {@code interp}. Below the first
 * knot the argument counts as that knot. Between two knots the value is {@code (v1 - v0) / (k1 -
 * k0) * (x - k0) + v0}, in this order, which is what makes the last digit that of the original
 * platform.
 */
final class Interpolation implements Term {

  private final double[] keys;
  private final double[] values;
  private final Term argument;

  /**
   * @param keys finite and strictly ascending, at least one
   * @param values finite, one for each key
   */
  Interpolation(double[] keys, double[] values, Term argument) {
    this.keys = keys;
    this.values = values;
    this.argument = argument;
  }

  @Override
  public double value(double x, double[] inputs) {
    double at = Math.max(argument.value(x, inputs), keys[0]);
    int last = keys.length - 1;
    if (Double.isNaN(at)) {
      return at;
    }
    if (at >= keys[last]) {
      return values[last];
    }
    int i = knotAtOrBefore(at);
    return (values[i + 1] - values[i]) / (keys[i + 1] - keys[i]) * (at - keys[i]) + values[i];
  }

  /** By halving, where {@code keys[0] <= at < keys[last]}. */
  private int knotAtOrBefore(double at) {
    int low = 0;
    int high = keys.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (keys[middle] <= at) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
