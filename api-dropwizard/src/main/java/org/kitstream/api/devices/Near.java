package org.kitstream.api.devices;

import java.util.Map;

/**
 * Around a place.
 *
 * @param latitude degrees
 * @param longitude degrees
 * @param within kilometres along a great circle
 */
public record Near(double latitude, double longitude, double within) {

  /** How far, when nothing else is asked for. */
  public static final double DEFAULT_WITHIN = 1_000;

  /** Mean radius of the earth, 6371 km: the haversine formula, in kilometres. */
  static final String DISTANCE =
      """
      (12742 * asin(sqrt(least(1,
         sin(radians(devices.latitude - :nearLatitude) / 2) ^ 2
         + cos(radians(:nearLatitude)) * cos(radians(devices.latitude))
           * sin(radians(devices.longitude - :nearLongitude) / 2) ^ 2))))""";

  /** Holds only for what has a place. A degree of latitude is never less than 110 km. */
  static final String CONDITION =
      "devices.latitude BETWEEN :nearLatitude - :nearWithin / 110"
          + " AND :nearLatitude + :nearWithin / 110 AND "
          + DISTANCE
          + " <= :nearWithin";

  Map<String, Object> bindings() {
    return Map.of("nearLatitude", latitude, "nearLongitude", longitude, "nearWithin", within);
  }
}
