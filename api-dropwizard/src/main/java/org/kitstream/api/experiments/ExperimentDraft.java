package org.kitstream.api.experiments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * All of an experiment that can be set from outside.
 *
 * @param deviceIds null leaves its devices as they are
 */
public record ExperimentDraft(
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean isTest,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable List<Long> deviceIds) {

  /** An experiment of which nothing was said yet. */
  public static final ExperimentDraft EMPTY =
      new ExperimentDraft(null, null, false, null, null, null);

  Violations violations() {
    return new Violations()
        .addIfBlank(name, "name")
        .addIfLongLine(name, "name")
        .addIfLongText(description, "description")
        .addIf(isTest == null, "is_test", Violations.NOT_INCLUDED)
        .addIf(
            startsAt != null && endsAt != null && endsAt.isBefore(startsAt),
            "ends_at",
            "is before starts_at");
  }
}
