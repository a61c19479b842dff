package org.kitstream.calibration;

import java.util.Map;
import java.util.SortedMap;
import org.kitstream.contract.reading.SensorValue;

/**
 * What is known of one time on one device while it is calibrated.
 *
 * @param posted by sensor id
 * @param done what is calibrated by now, by sensor id
 */
record Readings(SortedMap<Integer, Double> posted, Map<Integer, SensorValue> done) {}
