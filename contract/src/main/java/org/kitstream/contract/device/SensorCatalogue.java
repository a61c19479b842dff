package org.kitstream.contract.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every sensor that can record, in {@code sensors.catalogue}: a reading for one of them is taken
 * even when the device's kit does not list it.
 *
 * @param revision grows with every change
 */
public record SensorCatalogue(long revision, List<Entry> sensors) {

  /** The key of the one record. */
  public static final String RECORD_KEY = "all";

  /**
   * One sensor.
   *
   * @param key its default short name; several sensors may share one; null when it has none
   */
  public record Entry(int sensorId, @Nullable String key) {}
}
