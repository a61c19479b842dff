package org.kitstream.api.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What a door knows of a device that is not archived.
 *
 * @param readingsFormat the platform whose payloads it sends, by its wire name; null: ours
 */
public record DoorDevice(
    long id, long ownerId, @Nullable Integer kitId, @Nullable String readingsFormat) {}
