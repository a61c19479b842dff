package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.experiments.Experiment;

record ExperimentJson(
    long id,
    String name,
    @Nullable String description,
    long ownerId,
    boolean active,
    boolean isTest,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    List<Long> deviceIds,
    Instant createdAt,
    Instant updatedAt) {

  static ExperimentJson of(Experiment experiment, Instant now) {
    return new ExperimentJson(
        experiment.id(),
        experiment.name(),
        experiment.description(),
        experiment.ownerId(),
        experiment.isActive(now),
        experiment.isTest(),
        experiment.startsAt(),
        experiment.endsAt(),
        experiment.deviceIds(),
        experiment.createdAt(),
        experiment.updatedAt());
  }
}
