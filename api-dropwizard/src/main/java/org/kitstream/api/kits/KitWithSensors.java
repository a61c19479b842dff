package org.kitstream.api.kits;

import java.util.List;
import org.kitstream.api.sensors.Sensor;

/** A kit and what it can measure, by ascending sensor id. */
public record KitWithSensors(Kit kit, List<Sensor> sensors) {}
