package org.kitstream.contract.reading;

import java.util.Arrays;

/** The formats in which readings arrive. */
public enum PayloadFormat {
  /** <code>{"data":[{"recorded_at":…,"sensors":[{"id":55,"value":21.4}]}]}</code>. */
  JSON("json"),
  /** <code>{t:2024-09-25T13:19:38Z,55:21.4,56:60}</code>. */
  SHORT("short"),
  /** Rows of an uploaded CSV file under a line that names their sensors. */
  CSV_ROW("csv-row"),
  /** The JSON array that an SCK 1.x sends in a header. */
  LEGACY("legacy"),
  /** The JSON that the kits of Sensor.Community (luftdaten) send; it holds no time. */
  SENSOR_COMMUNITY("sensor-community"),
  /** The flat JSON object of a CityProbe: keys are component keys. */
  CITY_PROBE("city-probe");

  private final String wireName;

  PayloadFormat(String wireName) {
    this.wireName = wireName;
  }

  /** The name in headers and messages. */
  public String wireName() {
    return wireName;
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException if no format is called so
   */
  public static PayloadFormat ofWireName(String name) {
    return Arrays.stream(values())
        .filter(format -> format.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown payload format: " + name));
  }
}
