package org.kitstream.api.devices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How exactly a place is kept. */
final class Coordinates {

  private static final int DECIMALS = 5;

  /** Degrees by which a coordinate that must not be precise is moved at most: some 100 m. */
  private static final double MAX_OFFSET = 0.001;

  private Coordinates() {}

  /** The coordinate as it is kept; null stays null. */
  static @Nullable Double stored(
      @Nullable Double degrees, boolean precise, RandomGenerator random) {
    if (degrees == null) {
      return null;
    }
    return precise ? precise(degrees) : blurred(degrees, random);
  }

  /** The coordinate, in degrees, cut to five decimals: about a metre. */
  private static double precise(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.DOWN).doubleValue();
  }

  /** The coordinate, in degrees, moved at random first. */
  private static double blurred(double degrees, RandomGenerator random) {
    return precise(degrees + random.nextDouble(MAX_OFFSET));
  }
}
