package org.kitstream.contract.history;

/**
 * The layout of history in InfluxDB: one wide line per device and time. Values are floats, times
 * are milliseconds.
 */
public final class HistorySchema {

  /** The database (1.x) or bucket (2.x). */
  public static final String DATABASE = "kitstream";

  /** The measurement of the points: {@code readings,device=9 55=21.4,55_raw=21.4,rev=17i}. */
  public static final String READINGS = "readings";

  /** The measurement of status transitions. */
  public static final String STATUS = "status";

  /** The only tag: the device id as decimal text. */
  public static final String DEVICE_TAG = "device";

  /** The field of {@link #READINGS} that holds the profile revision, an integer. */
  public static final String REVISION_FIELD = "rev";

  /** The field of {@link #STATUS} that holds the state, a string. */
  public static final String STATE_FIELD = "state";

  private static final String RAW_SUFFIX = "_raw";
  private static final String QUALITY_SUFFIX = "_q";

  private HistorySchema() {}

  /** The field of a sensor's calibrated value. */
  public static String valueField(int sensorId) {
    return Integer.toString(sensorId);
  }

  /** The field of a sensor's posted value. */
  public static String rawField(int sensorId) {
    return sensorId + RAW_SUFFIX;
  }

  /** The field of a sensor's quality flags, an integer; absent when 0. */
  public static String qualityField(int sensorId) {
    return sensorId + QUALITY_SUFFIX;
  }
}
