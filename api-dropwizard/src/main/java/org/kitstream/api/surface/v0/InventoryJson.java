package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.events.InventoryReport;
import org.kitstream.api.surface.http.AnyOf;

/** The report of a factory test. */
record InventoryJson(
    long id,
    @JsonRawValue
        @AnyOf({String.class, Map.class, List.class, double.class, boolean.class, Void.class})
        @Nullable String report,
    Instant createdAt) {

  static InventoryJson of(InventoryReport stored) {
    return new InventoryJson(stored.id(), stored.report(), stored.createdAt());
  }
}
