package org.kitstream.api.experiments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Devices that are looked at together.
 *
 * @param startsAt null: it has always been going on
 * @param endsAt null: it goes on for ever
 * @param deviceIds those that the caller may know of, ascending
 */
public record Experiment(
    long id,
    long ownerId,
    String name,
    @Nullable String description,
    boolean isTest,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    List<Long> deviceIds,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether it is going on at this time. */
  public boolean isActive(Instant now) {
    return (startsAt == null || !now.isBefore(startsAt))
        && (endsAt == null || !now.isAfter(endsAt));
  }

  /** What can be changed, as it is now. */
  ExperimentDraft draft() {
    return new ExperimentDraft(name, description, isTest, startsAt, endsAt, null);
  }
}
