package org.kitstream.api.uploads;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file that is not its time.
 *
 * @param index counts from 0
 * @param title what the file calls it
 * @param unit what the file says it is in
 * @param sensor whose values it has; null when none was found
 */
record Column(int index, String title, @Nullable String unit, @Nullable KnownSensor sensor) {}
