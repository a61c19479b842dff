package org.kitstream.api.devices;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * Where a device is.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param elevation metres above the sea
 * @param exposure {@code indoor} or {@code outdoor}
 */
public record Placement(
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Double elevation,
    @Nullable String exposure) {

  /** Nothing is known. */
  public static final Placement UNKNOWN = new Placement(null, null, null, null);

  private static final List<String> EXPOSURES = List.of("indoor", "outdoor");
  private static final double MAX_LATITUDE = 90;
  private static final double MAX_LONGITUDE = 180;

  /** Adds what is wrong with the place. */
  public void check(Violations violations) {
    violations.addIf(
        exposure != null && !EXPOSURES.contains(exposure), "exposure", Violations.NOT_INCLUDED);
    checkDegrees(violations, "latitude", latitude, MAX_LATITUDE);
    checkDegrees(violations, "longitude", longitude, MAX_LONGITUDE);
  }

  private static void checkDegrees(
      Violations violations, String field, @Nullable Double degrees, double bound) {
    violations.addIf(degrees != null && Math.abs(degrees) > bound, field, Violations.NOT_INCLUDED);
  }
}
