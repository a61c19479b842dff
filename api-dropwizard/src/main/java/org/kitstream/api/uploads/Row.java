package org.kitstream.api.uploads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.Refusal.Reason;

/** A line of a file that is not one of its headers: taken, or refused as a whole. */
sealed interface Row {

  /** Counts from 1. */
  long line();

  /**
   * A row that goes to the stream.
   *
   * @param timeText the time as the file has it
   * @param cells of the matched columns, in their order; empty where nothing was measured, or where
   *     the cell is no number
   * @param refused the cells that are no numbers
   */
  record Taken(
      long line, Instant time, String timeText, List<String> cells, List<RefusedCell> refused)
      implements Row {

    boolean holdsNothing() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** A row that goes nowhere. */
  record Refused(long line, Reason reason, String sentence, @Nullable String field, String text)
      implements Row {}

  /** A cell that is no number. */
  record RefusedCell(Column column, String text) {}
}
