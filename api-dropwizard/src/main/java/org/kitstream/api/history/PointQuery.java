package org.kitstream.api.history;

import java.time.Instant;

/**
 * The points of one sensor of one device with {@code from <= time <= to}.
 *
 * @param raw whether the numbers as posted are wanted instead of the calibrated ones
 * @param limit how many at most, the oldest; 0 for all
 */
record PointQuery(long deviceId, int sensorId, boolean raw, Instant from, Instant to, long limit) {}
