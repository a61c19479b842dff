package org.kitstream.api.forwarding;

import java.time.Instant;
import java.util.List;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;

/** Processed readings of one sensor, as the calibration job makes them. */
public final class Readings {

  public static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

  private Readings() {}

  /** Sensor 55 at so many seconds past noon. */
  public static ProcessedReading of(long device, String message, int second, double value) {
    return at(device, message, NOON.plusSeconds(second), value);
  }

  public static ProcessedReading at(long device, String message, Instant at, double value) {
    return new ProcessedReading(
        device,
        at,
        at,
        at,
        Cause.LIVE,
        1,
        message,
        List.of(new SensorValue(55, value + 100, value, 1, 0)));
  }
}
