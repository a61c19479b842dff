package org.kitstream.bridge.door;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.kitstream.bridge.metrics.Exposition;

/**
 * Which kits that no device is known of were heard lately, so that each is told of once in {@value
 * #SECONDS} s, and all together {@value #MOST} times in as long. Remembers as many tokens. Safe for
 * use by any thread.
 */
final class Newcomers {

  static final int SECONDS = 30;
  static final int MOST = 3_000;

  private static final long PERIOD = SECONDS * 1_000_000_000L;

  /** When each was told of, oldest first, in nanoseconds of {@link System#nanoTime}. */
  private final Map<ByteBuffer, Long> told = new LinkedHashMap<>();

  private long total;
  private long dropped;

  /**
   * Whether the kit of that token should be told of now; then it was.
   *
   * @param mayReport asked only about one that was not told of lately
   */
  boolean isNews(byte[] token, BooleanSupplier mayReport) {
    return isNews(token, mayReport, System.nanoTime());
  }

  synchronized boolean isNews(byte[] token, BooleanSupplier mayReport, long now) {
    Iterator<Long> oldestFirst = told.values().iterator();
    while (oldestFirst.hasNext() && now - oldestFirst.next() >= PERIOD) {
      oldestFirst.remove();
    }
    ByteBuffer key = ByteBuffer.wrap(token);
    if (told.containsKey(key)) {
      return false;
    }
    if (told.size() >= MOST || !mayReport.getAsBoolean()) {
      dropped++;
      return false;
    }
    told.put(key, now);
    total++;
    return true;
  }

  /** Writes how many were told of, and how many were not for there were too many. */
  synchronized void expose(Exposition page) {
    page.counter("newcomers_told_total", "Hellos filed for kits whose readings nobody has yet");
    page.sample(total);
    page.counter("newcomers_dropped_total", "The same, not filed: too many at once");
    page.sample(dropped);
  }
}
