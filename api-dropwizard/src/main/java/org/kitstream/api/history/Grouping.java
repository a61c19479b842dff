package org.kitstream.api.history;

import java.time.Instant;

/**
 * Groups points that come in time order. Keeps no points, only the buckets of the answer. Used by
 * one thread, once.
 */
final class Grouping implements PointSink {

  private final Rollup.Buckets buckets;
  private final Aggregate function;
  private final boolean allIntervals;
  private final long lastIndex;
  private final BucketSeries series;
  private final Statistics statistics = new Statistics();

  /** The bucket that is being filled: its number, time in the answer, and end. */
  private long index;

  private long time;
  private long end = Long.MIN_VALUE;

  /** The first bucket that is not in the series yet; counts only with all intervals. */
  private long next;

  /**
   * Grouping for a query.
   *
   * @param most how many buckets the answer may have
   * @throws org.kitstream.api.failure.Failure.BadRequest if all intervals are asked for and are
   *     more than that
   */
  Grouping(ReadingsQuery query, int most) {
    Instant from = query.range().from();
    this.buckets = query.rollup().bucketsFrom(from);
    this.function = query.function();
    this.allIntervals = query.allIntervals();
    this.next = buckets.indexOf(from.toEpochMilli());
    this.lastIndex = buckets.indexOf(query.range().to().toEpochMilli());
    this.series = new BucketSeries(most);
    if (allIntervals) {
      series.requireRoomFor(lastIndex - next + 1);
    }
  }

  @Override
  public void accept(long pointTime, double value) {
    if (pointTime >= end) {
      closeBucket();
      openBucket(pointTime);
    }
    statistics.add(value);
    series.countPoint();
  }

  /** The answer, once all points are in. */
  BucketSeries finish() {
    closeBucket();
    addEmptyBucketsUntil(lastIndex + 1);
    return series;
  }

  private void openBucket(long pointTime) {
    index = buckets.indexOf(pointTime);
    end = buckets.startOf(index + 1);
    time = allIntervals ? buckets.startOf(index) : pointTime;
  }

  private void closeBucket() {
    if (statistics.isEmpty()) {
      return;
    }
    addEmptyBucketsUntil(index);
    series.add(time, function.of(statistics));
    next = index + 1;
    statistics.clear();
  }

  private void addEmptyBucketsUntil(long until) {
    while (allIntervals && next < until) {
      series.add(buckets.startOf(next), Double.NaN);
      next++;
    }
  }
}
