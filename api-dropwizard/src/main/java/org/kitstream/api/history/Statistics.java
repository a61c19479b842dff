package org.kitstream.api.history;

/**
 * What can be said of a bucket's values without keeping them. Values come in time order. Not
 * thread-safe.
 */
final class Statistics {

  private long count;
  private double sum;
  private double minimum;
  private double maximum;
  private double first;
  private double last;

  /**
   * Mean and sum of squared deviations from it, by Welford's method (Technometrics 4, 1962, p.
   * 419), which does not lose digits when the deviations are small beside the values.
   */
  private double mean;

  private double squaredDeviations;

  void add(double value) {
    if (count == 0) {
      first = value;
      minimum = value;
      maximum = value;
    }
    count++;
    sum += value;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
    last = value;
    double before = value - mean;
    mean += before / count;
    squaredDeviations += before * (value - mean);
  }

  void clear() {
    count = 0;
    sum = 0;
    mean = 0;
    squaredDeviations = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  double count() {
    return (double) count;
  }

  double sum() {
    return sum;
  }

  double average() {
    return sum / count;
  }

  double minimum() {
    return minimum;
  }

  double maximum() {
    return maximum;
  }

  double first() {
    return first;
  }

  double last() {
    return last;
  }

  /** The sample standard deviation (divisor n - 1); 0 for one value. */
  double deviation() {
    return count < 2 ? 0 : Math.sqrt(squaredDeviations / (count - 1));
  }
}
