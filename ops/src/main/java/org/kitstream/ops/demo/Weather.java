package org.kitstream.ops.demo;

import java.time.Instant;

/**
 * Air that looks real: daily rhythms with slow and fast noise. A pure function of place and time,
 * so that a kit that sends the same minute twice sends the same numbers.
 */
record Weather(DemoKit kit) {

  private static final double DAY = 86_400;

  /** In °C: warmest in the early afternoon, colder away from the equator. */
  double temperature(Instant at) {
    double mean = 27 - Math.abs(kit.latitude()) * 0.35;
    double swing = isIndoor() ? 1.5 : 5;
    return mean + swing * rhythm(at, 14) + 1.5 * noise(1, at, 10_800) + 0.1 * noise(2, at, 120);
  }

  /** Relative, in percent: high when it is cold. */
  double humidity(Instant at) {
    double percent = 60 - 14 * rhythm(at, 14) + 8 * noise(3, at, 14_400) + 0.5 * noise(4, at, 120);
    return Math.max(5, Math.min(99, percent));
  }

  /** In lux; dark at night. */
  double light(Instant at) {
    double sun = Math.max(0, rhythm(at, 13));
    double most = isIndoor() ? 400 : 30_000;
    return Math.rint(most * sun * (0.75 + 0.25 * noise(5, at, 900)));
  }

  /** In dBA: traffic by day. */
  double noiseLevel(Instant at) {
    return 52 + 8 * rhythm(at, 15) + 3 * noise(6, at, 600) + 2 * noise(7, at, 60);
  }

  /** In kPa. */
  double pressure(Instant at) {
    return 101.3 + 0.8 * noise(8, at, 86_400);
  }

  /** Fine particles (PM2.5) in µg/m³: two rush hours. */
  double fineParticles(Instant at) {
    double morning = Math.max(0, rhythm(at, 8)) * Math.max(0, rhythm(at, 9));
    double rush = morning + 0.7 * Math.max(0, rhythm(at, 19));
    return Math.max(1, 9 + 14 * rush + 5 * noise(9, at, 7_200) + noise(10, at, 300));
  }

  /** Gas, from 0 to 1: follows the traffic. */
  double gas(Instant at) {
    return 0.4 + 0.25 * Math.max(0, rhythm(at, 18)) + 0.15 * noise(11, at, 3_600);
  }

  /** From -1 to 1, highest at the hour of the local solar day. */
  private double rhythm(Instant at, double peakHour) {
    double seconds = at.getEpochSecond() + kit.longitude() / 360 * DAY;
    return Math.cos(2 * Math.PI * (seconds / DAY - peakHour / 24));
  }

  /** From -1 to 1, smooth over the given seconds. */
  private double noise(int channel, Instant at, long seconds) {
    long step = Math.floorDiv(at.getEpochSecond(), seconds);
    double part = (double) Math.floorMod(at.getEpochSecond(), seconds) / seconds;
    double smooth = part * part * (3 - 2 * part);
    return point(channel, step) * (1 - smooth) + point(channel, step + 1) * smooth;
  }

  /** A fixed number from -1 to 1 for each step: the finaliser of SplitMix64. */
  private double point(int channel, long step) {
    long z = step * 0x9E3779B97F4A7C15L + channel * 0xD1B54A32D192ED03L + kit.token().hashCode();
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >> 11) * 0x1.0p-52;
  }

  private boolean isIndoor() {
    return kit.exposure().equals("indoor");
  }
}
