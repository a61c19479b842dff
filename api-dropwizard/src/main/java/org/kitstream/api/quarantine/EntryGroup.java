package org.kitstream.api.quarantine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits of one device for one reason.
 *
 * @param deviceId null for what belongs to no device that is known
 * @param deviceName null likewise
 * @param via wire name of the door, or {@code unknown}; null where it is of a device
 */
public record EntryGroup(
    @Nullable Long deviceId,
    @Nullable String deviceName,
    @Nullable String via,
    String reason,
    long count,
    Instant firstAt,
    Instant lastAt) {}
