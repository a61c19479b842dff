package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Numbers as decimal text, without garbage, and exact: reading the text of a double gives the same
 * double again.
 *
 * <p>A double times a power of ten up to 10<sup>22</sup> is known exactly as the sum of two doubles
 * (product, and its error by fused multiply-add). So its first 15, 16 or 17 significant digits are
 * had as an integer without big arithmetic. Fifteen or sixteen are taken when dividing them by the
 * power gives the double back (an integer below 2<sup>53</sup> and the power are both exact, so the
 * quotient is what a correct reader computes); else seventeen, rounded correctly, which always name
 * a double. Numbers below 10<sup>-6</sup> or from 10<sup>16</sup> on, rare in a sensor, are left to
 * {@link Double#toString(double)}.
 */
final class DecimalText {

  private static final double[] POWERS = powers();
  private static final double SMALLEST = 1e-5;
  private static final double BOUND = 1e16;
  private static final long EXACT_INTEGERS = 1L << 53;
  private static final int MOST_DIGITS = 17;

  private DecimalText() {}

  /** Writes at {@code at}; at most 26 bytes. Returns where the text ends. */
  static int write(double number, byte[] out, int at) {
    int next = at;
    double magnitude = Math.abs(number);
    if (magnitude != 0 && !(magnitude >= SMALLEST && magnitude < BOUND)) {
      return writeText(Double.toString(number), out, next);
    }
    if (Double.doubleToRawLongBits(number) < 0) {
      out[next++] = '-';
    }
    if (magnitude == (long) magnitude) {
      return write((long) magnitude, out, next);
    }
    return writeFraction(magnitude, out, next);
  }

  /** Writes at {@code at}; at most 20 bytes. Returns where the text ends. */
  static int write(long number, byte[] out, int at) {
    if (number < 0) {
      return writeText(Long.toString(number), out, at);
    }
    int end = at + digits(number);
    writeDigits(number, out, end);
    return end;
  }

  private static int writeFraction(double magnitude, byte[] out, int at) {
    int exactScale = MOST_DIGITS - integerDigits(magnitude);
    for (int scale = Math.max(0, exactScale - 2); scale < exactScale; scale++) {
      long significand = scaled(magnitude, scale);
      if (significand < EXACT_INTEGERS && significand / POWERS[scale] == magnitude) {
        return writeDecimal(significand, scale, out, at);
      }
    }
    return writeDecimal(scaled(magnitude, exactScale), exactScale, out, at);
  }

  /** The integer nearest to {@code magnitude} times ten to the {@code scale}. */
  private static long scaled(double magnitude, int scale) {
    double product = magnitude * POWERS[scale];
    double error = Math.fma(magnitude, POWERS[scale], -product);
    double whole = Math.rint(product);
    return (long) whole + (long) Math.rint(product - whole + error);
  }

  /** How many digits stand before the point; not above 0 for fractions: 0.012 has -1. */
  private static int integerDigits(double magnitude) {
    int digits = 0;
    if (magnitude >= 1) {
      while (magnitude >= POWERS[digits]) {
        digits++;
      }
      return digits;
    }
    while (magnitude * POWERS[1 - digits] < 1) {
      digits--;
    }
    return digits;
  }

  private static int writeDecimal(long significand, int scale, byte[] out, int at) {
    long shortest = significand;
    int places = scale;
    while (places > 0 && shortest % 10 == 0) {
      shortest /= 10;
      places--;
    }
    int end = at + Math.max(digits(shortest), places + 1) + (places > 0 ? 1 : 0);
    int next = end;
    for (int i = 0; i < places; i++) {
      out[--next] = (byte) ('0' + shortest % 10);
      shortest /= 10;
    }
    if (places > 0) {
      out[--next] = '.';
    }
    writeDigits(shortest, out, next);
    return end;
  }

  /** Writes digits that end before {@code end}. */
  private static void writeDigits(long number, byte[] out, int end) {
    int next = end;
    long rest = number;
    do {
      out[--next] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private static int writeText(String text, byte[] out, int at) {
    byte[] ascii = text.getBytes(US_ASCII);
    System.arraycopy(ascii, 0, out, at, ascii.length);
    return at + ascii.length;
  }

  private static double[] powers() {
    var powers = new double[23];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Double.parseDouble("1e" + i);
    }
    return powers;
  }
}
