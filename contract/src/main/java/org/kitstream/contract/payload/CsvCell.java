package org.kitstream.contract.payload;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** What the cells of uploaded files mean. */
public final class CsvCell {

  private static final Set<String> NOTHING = Set.of("", "null", "none", "nan");

  /** Longer than any number that a sensor gives. */
  private static final int MAX_LENGTH = 40;

  private CsvCell() {}

  /** Whether the cell, stripped, says that nothing was measured. */
  public static boolean isEmpty(String cell) {
    return cell.length() <= 4 && NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** The finite number that the cell, stripped, is; empty if it is none. */
  public static OptionalDouble number(String cell) {
    return cell.length() > MAX_LENGTH ? OptionalDouble.empty() : Decimal.parse(cell);
  }
}
