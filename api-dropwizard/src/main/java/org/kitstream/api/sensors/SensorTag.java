package org.kitstream.api.sensors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A word that admins put on sensors, such as {@code raw}. */
public record SensorTag(
    int id, String name, @Nullable String description, Instant createdAt, Instant updatedAt) {}
