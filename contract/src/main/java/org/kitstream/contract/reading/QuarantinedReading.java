package org.kitstream.contract.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was refused, in {@code readings.quarantine}: a whole payload, or the part of it that {@code
 * refusal} names. The payload is always kept whole, so that it can be replayed.
 *
 * @param deviceId null when the sender is not known
 * @param format null when that is what could not be read, or when it was refused after parsing
 * @param via null likewise
 * @param quarantinedAt when it was refused
 */
@SuppressWarnings("ArrayRecordComponent") // as in RawReading
public record QuarantinedReading(
    @Nullable Long deviceId,
    String messageId,
    @Nullable PayloadFormat format,
    @Nullable Via via,
    Instant receivedAt,
    Instant quarantinedAt,
    Refusal refusal,
    byte[] payload) {}
