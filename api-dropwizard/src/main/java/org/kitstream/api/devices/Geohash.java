package org.kitstream.api.devices;

/**
 * Geohashes: five bits a character, longitude and latitude in turn, each bit halving the interval
 * (G. Niemeyer, 2008).
 */
final class Geohash {

  /** Characters of a geohash: a cell of about 1.2 m by 0.6 m. */
  static final int LENGTH = 10;

  private static final String ALPHABET = "0123456789bcdefghjkmnpqrstuvwxyz";
  private static final int BITS_PER_CHARACTER = 5;

  private Geohash() {}

  /** The geohash of a point in degrees. */
  static String of(double latitude, double longitude) {
    double[] low = {-180, -90};
    double[] high = {180, 90};
    double[] point = {longitude, latitude};
    StringBuilder hash = new StringBuilder(LENGTH);
    int character = 0;
    for (int bit = 0; bit < LENGTH * BITS_PER_CHARACTER; bit++) {
      int axis = bit % 2;
      double middle = (low[axis] + high[axis]) / 2;
      boolean upper = point[axis] >= middle;
      (upper ? low : high)[axis] = middle;
      character = character * 2 + (upper ? 1 : 0);
      if ((bit + 1) % BITS_PER_CHARACTER == 0) {
        hash.append(ALPHABET.charAt(character));
        character = 0;
      }
    }
    return hash.toString();
  }
}
