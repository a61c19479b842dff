package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.events.InventoryReport;

/** The report of a factory test. */
record InventoryJson(long id, @JsonRawValue @Nullable String report, Instant createdAt) {

  static InventoryJson of(InventoryReport stored) {
    return new InventoryJson(stored.id(), stored.report(), stored.createdAt());
  }
}
