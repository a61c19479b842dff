package org.kitstream.jobs.history;

import java.util.SplittableRandom;

/** Finite doubles of every kind: as sensors send them, as formulas make them, and the odd ones. */
final class Doubles {

  private Doubles() {}

  static double next(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(-100_000, 100_000) / 100.0;
      case 1 -> 175.72 / 65536.0 * random.nextInt(65_536) - 53;
      case 2 -> random.nextInt(-1_000_000, 1_000_000);
      case 3 -> neighbour(Math.pow(10, random.nextInt(-7, 18)), random);
      case 4 -> random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-8, 19));
      default -> anyFinite(random);
    };
  }

  private static double anyFinite(SplittableRandom random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(any) ? any : 0.5;
  }

  private static double neighbour(double number, SplittableRandom random) {
    double near = number;
    for (int steps = random.nextInt(-3, 4); steps != 0; steps -= Integer.signum(steps)) {
      near = steps > 0 ? Math.nextUp(near) : Math.nextDown(near);
    }
    return near;
  }
}
