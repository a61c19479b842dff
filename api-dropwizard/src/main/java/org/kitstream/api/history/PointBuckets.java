package org.kitstream.api.history;

/**
 * Buckets computed from the stored points: exact for every query, at a cost that grows with them.
 */
final class PointBuckets implements BucketSource {

  private final PointSource points;
  private final int mostIntervals;

  PointBuckets(PointSource points, int mostIntervals) {
    this.points = points;
    this.mostIntervals = mostIntervals;
  }

  @Override
  public BucketSeries read(long deviceId, int sensorId, ReadingsQuery query) {
    TimeRange range = query.range();
    Grouping grouping = new Grouping(query, mostIntervals);
    points.read(
        new PointQuery(deviceId, sensorId, query.raw(), range.from(), range.to(), query.limit()),
        grouping);
    return grouping.finish();
  }
}
