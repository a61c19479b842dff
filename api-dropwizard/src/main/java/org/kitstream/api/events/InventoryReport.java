package org.kitstream.api.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report of a factory test.
 *
 * @param report JSON; null when it was none
 * @param createdAt when the platform received it
 */
public record InventoryReport(long id, @Nullable String report, Instant createdAt) {

  /** Reports that are kept, for anybody may send some. */
  static final int MOST = 100_000;
}
