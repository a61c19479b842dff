package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.tags.Tag;

record TagJson(
    int id,
    UUID uuid,
    String name,
    @Nullable String description,
    Instant createdAt,
    Instant updatedAt) {

  static TagJson of(Tag tag) {
    return new TagJson(
        tag.id(), tag.uuid(), tag.name(), tag.description(), tag.createdAt(), tag.updatedAt());
  }
}
