package org.kitstream.api.history;

import java.util.Arrays;
import org.kitstream.api.failure.Failure;

/**
 * The buckets of an answer, oldest first: 16 bytes each. Complete, it is only read and may be
 * shared between threads.
 */
final class BucketSeries {

  private static final int INITIAL_CAPACITY = 64;

  private final int most;
  private int size;
  private long[] times = new long[INITIAL_CAPACITY];
  private double[] values = new double[INITIAL_CAPACITY];
  private long sampleSize;

  /**
   * An empty series.
   *
   * @param most how many buckets it may come to hold
   */
  BucketSeries(int most) {
    this.most = most;
  }

  /**
   * Appends a bucket.
   *
   * @param value not finite for a bucket without a value
   * @throws Failure.BadRequest if it is one too many
   */
  void add(long time, double value) {
    requireRoomFor(size + 1L);
    if (size == times.length) {
      int capacity = Math.min(most, 2 * size);
      times = Arrays.copyOf(times, capacity);
      values = Arrays.copyOf(values, capacity);
    }
    times[size] = time;
    values[size] = value;
    size++;
  }

  /**
   * Refuses an answer that is too large.
   *
   * @param buckets how many the series would hold in all
   * @throws Failure.BadRequest if that is more than it may hold
   */
  void requireRoomFor(long buckets) {
    if (buckets > most) {
      throw new Failure.BadRequest(
          ("The answer would have more than %d intervals: ask for a longer rollup or a shorter"
                  + " range.")
              .formatted(most));
    }
  }

  /** Counts a point that was read. */
  void countPoint() {
    sampleSize++;
  }

  /** How many buckets there are. */
  int size() {
    return size;
  }

  /** How many points were read. */
  long sampleSize() {
    return sampleSize;
  }

  /** The time of a bucket, epoch milliseconds. */
  long time(int index) {
    return times[index];
  }

  /** The value of a bucket; not finite if it has none. */
  double value(int index) {
    return values[index];
  }
}
