package org.kitstream.api.history;

/** Takes points one by one, in time order. */
@FunctionalInterface
interface PointSink {

  /**
   * Takes a point.
   *
   * @param time epoch milliseconds
   * @param value finite
   */
  void accept(long time, double value);
}
