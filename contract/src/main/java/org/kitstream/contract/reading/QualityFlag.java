package org.kitstream.contract.reading;

/** What may be doubtful about a value. A set of flags is an int; bits are never reassigned. */
public enum QualityFlag {
  OUT_OF_RANGE(0),
  SPIKE(1),
  STUCK(2),
  CLOCK_SUSPECT(3),
  INPUT_MISSING(4),
  /** The formula gave NaN or an infinity; no value is stored. */
  NOT_FINITE(5),
  UNFIT(6),
  MARKED_BY_HAND(7),
  /** The calibration has no formula that can be computed; no value is stored. */
  FORMULA_BROKEN(8);

  private final int mask;

  QualityFlag(int bit) {
    this.mask = 1 << bit;
  }

  /** The flag as a set of one. */
  public int mask() {
    return mask;
  }

  /** Whether this flag is in the set. */
  public boolean isIn(int set) {
    return (set & mask) != 0;
  }
}
