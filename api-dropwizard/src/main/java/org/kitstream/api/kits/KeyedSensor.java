package org.kitstream.api.kits;

/** A sensor on a board under its short name. */
public record KeyedSensor(int sensorId, String key) {}
