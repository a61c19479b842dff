package org.kitstream.api.devices;

/**
 * A sensor on a device, by its kit or its own.
 *
 * @param key the short name on this device
 */
public record DeviceComponent(long deviceId, long componentId, int sensorId, String key) {}
