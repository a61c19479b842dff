package org.kitstream.bridge.door;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** Whether the kit of that token should be told of now; then it was. */
  boolean isNews(byte[] token) {
    return isNews(token, System.nanoTime());
  }

  synchronized boolean isNews(byte[] token, long now) {
    Iterator<Long> oldestFirst = told.values().iterator();
    while (oldestFirst.hasNext() && now - oldestFirst.next() >= PERIOD) {
      oldestFirst.remove();
    }
    return told.size() < MOST && told.putIfAbsent(ByteBuffer.wrap(token), now) == null;
  }
}
