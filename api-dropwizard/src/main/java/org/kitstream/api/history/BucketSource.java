package org.kitstream.api.history;

/** Where buckets come from. May be used by several threads at once. */
interface BucketSource {

  /**
   * The buckets that answer a query about a sensor. The query's range is not empty.
   *
   * @throws HistoryUnavailableException if not everything could be read
   * @throws org.kitstream.api.failure.Failure.BadRequest if there are too many
   */
  BucketSeries read(long deviceId, int sensorId, ReadingsQuery query);
}
