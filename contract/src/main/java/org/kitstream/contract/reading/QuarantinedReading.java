package org.kitstream.contract.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was refused, in {@code readings.quarantine}: a whole payload, or the part of it that {@code
 * refusal} names. The payload is always kept whole, so that it can be replayed.
 *
 * @param deviceId null when the sender is not known
 * @param quarantinedAt when it was refused
 */
@SuppressWarnings("ArrayRecordComponent") // as in RawReading
public record QuarantinedReading(
    @Nullable Long deviceId,
    String messageId,
    PayloadFormat format,
    Via via,
    Instant receivedAt,
    Instant quarantinedAt,
    Refusal refusal,
    byte[] payload) {}
