package org.kitstream.api.kits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A blueprint of devices.
 *
 * @param slug a readable name; several kits may share one
 */
public record Kit(
    int id,
    UUID uuid,
    @Nullable String slug,
    String name,
    String description,
    Instant createdAt,
    Instant updatedAt) {

  /** What can be changed, as it is now, without the sensors. */
  KitDraft draft() {
    return new KitDraft(name, description, slug, null, null);
  }
}
