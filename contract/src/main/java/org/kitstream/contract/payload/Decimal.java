package org.kitstream.contract.payload;

import java.util.OptionalDouble;

/** Numbers in text, as kits write them. */
final class Decimal {

  private Decimal() {}

  /**
   * The finite number that the text is; empty if it is none. Stricter than {@link
   * Double#parseDouble}, which also takes hexadecimal, {@code NaN} and type suffixes.
   */
  static OptionalDouble parse(String text) {
    if (text.isEmpty() || !text.chars().allMatch(Decimal::belongs)) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static boolean belongs(int c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }
}
