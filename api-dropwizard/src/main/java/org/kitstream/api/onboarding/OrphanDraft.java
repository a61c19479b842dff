package org.kitstream.api.onboarding;

import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Placement;
import org.kitstream.api.failure.Violations;

/** All of a kit that can be said while it is being set up. */
public record OrphanDraft(
    @Nullable String name,
    @Nullable String description,
    @Nullable Integer kitId,
    Placement placement,
    @Nullable String userTags) {

  /** A kit of which nothing was said yet. */
  public static final OrphanDraft EMPTY =
      new OrphanDraft(null, null, null, Placement.UNKNOWN, null);

  Violations violations() {
    Violations violations = new Violations();
    placement.check(violations);
    return violations
        .addIfLongLine(name, "name")
        .addIfLongText(description, "description")
        .addIfLongText(userTags, "user_tags");
  }
}
