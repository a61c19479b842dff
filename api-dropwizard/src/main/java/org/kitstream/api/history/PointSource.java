package org.kitstream.api.history;

/** Where points are stored. May be used by several threads at once. */
interface PointSource {

  /**
   * Hands the points to the sink in time order, as they come in; what the sink throws ends the
   * reading and is passed on.
   *
   * @throws HistoryUnavailableException if not every point could be read
   */
  void read(PointQuery query, PointSink sink);
}
