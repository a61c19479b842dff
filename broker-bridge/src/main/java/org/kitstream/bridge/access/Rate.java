package org.kitstream.bridge.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets so many through in the long run, and ten times the period's worth at once after a silence.
 * The generic cell rate algorithm (ITU-T I.371): one number says when the bucket will be empty
 * again. Safe for use by any thread.
 */
public final class Rate {

  private static final int BURST = 10;

  private final long nanosEach;
  private final long burstNanos;
  private final AtomicLong emptyAt;

  private Rate(int messages, Duration period, long now) {
    this.nanosEach = period.toNanos() / messages;
    this.burstNanos = BURST * period.toNanos();
    this.emptyAt = new AtomicLong(now);
  }

  /** A rate that starts with an empty bucket now. */
  public static Rate perSecond(int messages) {
    return of(messages, Duration.ofSeconds(1), System.nanoTime());
  }

  /** A rate that starts with an empty bucket now. */
  public static Rate perMinute(int messages) {
    return of(messages, Duration.ofMinutes(1), System.nanoTime());
  }

  static Rate of(int messages, Duration period, long now) {
    return new Rate(messages, period, now);
  }

  /**
   * Lets one through, if there is room.
   *
   * @param now of {@link System#nanoTime}
   * @return 0: it may go; else the nanoseconds until one may, and nothing is counted
   */
  public long take(long now) {
    while (true) {
      long last = emptyAt.get();
      long next = (last - now > 0 ? last : now) + nanosEach;
      long tooEarly = next - now - burstNanos;
      if (tooEarly > 0) {
        return tooEarly;
      }
      if (emptyAt.compareAndSet(last, next)) {
        return 0;
      }
    }
  }
}
