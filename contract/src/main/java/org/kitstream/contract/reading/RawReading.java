package org.kitstream.contract.reading;

import java.time.Instant;

/**
 * One payload as it was received, in {@code readings.raw}.
 *
 * @param deviceId the device it is filed under
 * @param messageId names it for ever; a retry of a door keeps the name
 * @param format how to read the payload
 * @param via the door it came through
 * @param receivedAt when the door had it whole, by the door's clock
 * @param payload the bytes as received; not copied, so whoever holds them must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // one payload, one owner; a copy per hop would cost more
public record RawReading(
    long deviceId,
    String messageId,
    PayloadFormat format,
    Via via,
    Instant receivedAt,
    byte[] payload) {}
