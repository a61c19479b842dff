package org.kitstream.api.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points with {@code from <= time <= to}.
 *
 * @param fromText {@code from} as it was asked, null if it was not
 * @param toText {@code to} as it was asked, null if it was not
 */
record TimeRange(Instant from, Instant to, @Nullable String fromText, @Nullable String toText) {

  /** Whether no time is in the range. */
  boolean isEmpty() {
    return from.isAfter(to);
  }
}
