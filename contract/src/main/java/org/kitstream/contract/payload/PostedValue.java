package org.kitstream.contract.payload;

/**
 * One number that a kit posted.
 *
 * @param number finite
 */
public record PostedValue(SensorRef sensor, double number) {}
