package org.kitstream.api.tags;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A word that owners may put on their devices. */
public record Tag(
    int id,
    UUID uuid,
    String name,
    @Nullable String description,
    Instant createdAt,
    Instant updatedAt) {

  /** What can be changed, as it is now. */
  TagDraft draft() {
    return new TagDraft(name, description);
  }
}
