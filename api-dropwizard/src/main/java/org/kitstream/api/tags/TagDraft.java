package org.kitstream.api.tags;

import org.jspecify.annotations.Nullable;

/** All of a tag that can be set from outside. */
public record TagDraft(@Nullable String name, @Nullable String description) {

  /** A tag of which nothing was said yet. */
  public static final TagDraft EMPTY = new TagDraft(null, null);
}
