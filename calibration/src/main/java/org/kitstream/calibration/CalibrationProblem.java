package org.kitstream.calibration;

/**
 * Why a calibration of a device gives no values: its formula cannot be read, or sensors wait for
 * each other's values.
 *
 * @param version of the calibration
 * @param sentence for the person who wrote the formula
 */
public record CalibrationProblem(int sensorId, int version, String sentence) {}
