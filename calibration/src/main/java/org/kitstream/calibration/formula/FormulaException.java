package org.kitstream.calibration.formula;

import java.util.Objects;

/**
 * A text that is no formula. The message says where and, if it can, what to write instead: {@code
 * line 1, column 14: unknown function "lg"; did you mean "log"?}
 */
public final class FormulaException extends RuntimeException {

  private final int line;
  private final int column;

  FormulaException(int line, int column, String sentence) {
    super("line " + line + ", column " + column + ": " + sentence);
    this.line = line;
    this.column = column;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** Counts from 1. */
  public int line() {
    return line;
  }

  /** Counts from 1, in characters as a reader counts them (Unicode code points). */
  public int column() {
    return column;
  }
}
