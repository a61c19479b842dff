package org.kitstream.api.sensors;

/** That a sensor carries a tag. */
public record TaggedSensor(int sensorId, String name) {}
