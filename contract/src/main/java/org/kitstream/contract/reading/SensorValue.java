package org.kitstream.contract.reading;

import org.jspecify.annotations.Nullable;

/**
 * What one sensor measured.
 *
 * @param raw the number as posted; always finite
 * @param value the calibrated number; null when the formula gave none that is finite
 * @param calibration version of the calibration that made the value; 0 for identity without one
 * @param quality set of {@link QualityFlag}s, 0 when nothing is wrong
 */
public record SensorValue(
    int sensorId, double raw, @Nullable Double value, int calibration, int quality) {}
