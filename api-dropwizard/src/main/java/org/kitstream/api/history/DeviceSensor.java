package org.kitstream.api.history;

/**
 * A sensor on a device.
 *
 * @param key the short name by which it is called on the device
 */
public record DeviceSensor(int sensorId, long componentId, String key) {}
