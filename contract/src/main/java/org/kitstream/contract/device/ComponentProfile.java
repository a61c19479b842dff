package org.kitstream.contract.device;

import java.util.List;

/**
 * A sensor on a device.
 *
 * @param key the short name by which payloads may call it; unique on the device
 * @param calibrations with disjoint validity; where none is valid the posted number stands
 */
public record ComponentProfile(int sensorId, String key, List<CalibrationProfile> calibrations) {}
