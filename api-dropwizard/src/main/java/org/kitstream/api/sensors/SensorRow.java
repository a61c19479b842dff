package org.kitstream.api.sensors;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sensor as its table has it. */
public record SensorRow(
    int id,
    UUID uuid,
    @Nullable String ancestry,
    @Nullable Integer parentId,
    String name,
    String description,
    @Nullable String unit,
    @Nullable Integer measurementId,
    @Nullable String defaultKey,
    @Nullable String datasheet,
    @Nullable String unitDefinition,
    Instant createdAt,
    Instant updatedAt) {}
