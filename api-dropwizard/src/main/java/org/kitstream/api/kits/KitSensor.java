package org.kitstream.api.kits;

/** That a kit has a sensor. */
public record KitSensor(int kitId, int sensorId) {}
