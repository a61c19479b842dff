package org.kitstream.api.kits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sensor on a board: either a kit's, and so on each of its devices, or one device's own.
 *
 * @param key the short name by which payloads and queries call it; unique on its board
 */
public record Component(
    long id,
    UUID uuid,
    @Nullable Integer kitId,
    @Nullable Long deviceId,
    int sensorId,
    String key,
    Instant createdAt,
    Instant updatedAt) {}
