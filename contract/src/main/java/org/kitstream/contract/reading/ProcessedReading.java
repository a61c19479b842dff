package org.kitstream.contract.reading;

import java.time.Instant;
import java.util.List;

/**
 * All that one device measured at one time, in {@code readings.processed}. The same device and time
 * may come again (a retry, a correction, a backfill): the later record replaces the earlier.
 *
 * @param recordedAt when the device measured, to the millisecond
 * @param receivedAt when the platform received it
 * @param processedAt when it was calibrated
 * @param revision the revision of the device's profile that processed it; names every calibration
 * @param messageId the raw message it came from
 */
public record ProcessedReading(
    long deviceId,
    Instant recordedAt,
    Instant receivedAt,
    Instant processedAt,
    Cause cause,
    long revision,
    String messageId,
    List<SensorValue> values) {}
