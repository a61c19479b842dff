package org.kitstream.api.uploads;

import org.jspecify.annotations.Nullable;

/**
 * A sensor that a column may be of.
 *
 * @param key what the device calls it; null when the device does not have it yet
 * @param defaultKey its usual short name
 * @param firmwareName what kits call it on their SD cards
 * @param measurement the name of what it measures
 */
public record KnownSensor(
    int id,
    @Nullable String key,
    String name,
    @Nullable String unit,
    @Nullable String defaultKey,
    @Nullable String firmwareName,
    @Nullable String measurement) {

  /** How our own export heads its column. */
  String exportTitle() {
    return "%s in %s (%s)".formatted(measurement, unit, name);
  }
}
