package org.kitstream.api.uploads;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.payload.CsvCell;
import org.kitstream.contract.payload.RecordedAt;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * Records of cells to rows, by a layout. Where files were put together, a header comes again: the
 * same one is passed over, and under another one nothing is taken, for its cells would be filed
 * under the wrong sensors. Not thread-safe.
 */
final class RowReader {

  /** As far as the stream lets a kit's clock be ahead of ours. */
  static final Duration AHEAD = Duration.ofDays(1);

  private static final Instant FIRST = Instant.parse("1677-09-22T00:00:00Z");
  private static final String TIME = "time";
  private static final int QUOTED_CHARS = 80;

  private final CsvLayout layout;
  private final List<Column> matched;
  private final Instant latest;
  private boolean underOtherHeader;

  /**
   * @param receivedAt when the file came, to know times that cannot have been
   */
  RowReader(CsvLayout layout, Instant receivedAt) {
    this.layout = layout;
    this.matched = layout.matched();
    this.latest = receivedAt.plus(AHEAD);
  }

  /** The row; empty for a header that comes again. */
  Optional<Row> read(CsvRecord record) {
    List<String> cells = record.getFields();
    long line = record.getStartingLineNumber();
    if (layout.headers().contains(cells)) {
      underOtherHeader &= !layout.headers().get(0).equals(cells);
      return Optional.empty();
    }
    String time = cell(cells, layout.timeColumn());
    if (CsvLayout.isTimeTitle(time)) {
      underOtherHeader = true;
    }
    return Optional.of(underOtherHeader ? otherHeader(line, time) : row(line, time, cells));
  }

  private Row row(long line, String time, List<String> cells) {
    if (cells.size() > layout.columns().size() + 1 && !blankBeyond(cells)) {
      String sentence = "The row has more cells than the first line.";
      return refused(line, Reason.NOT_PARSED, sentence, String.join(",", cells));
    }
    if (time.isEmpty()) {
      return refused(line, Reason.TIME_MISSING, "No timestamp given.", String.join(",", cells));
    }
    Optional<Instant> parsed = RecordedAt.parse(time);
    if (parsed.isEmpty()) {
      String sentence = "The timestamp is not an ISO 8601 date and time.";
      return refused(line, Reason.TIME_NOT_PARSED, sentence, time);
    }
    Instant at = parsed.get();
    if (at.isAfter(latest) || at.isBefore(FIRST)) {
      String sentence = "The timestamp is more than a day ahead, or before all clocks.";
      return refused(line, Reason.TIME_OUT_OF_RANGE, sentence, time);
    }
    return taken(line, at, time, cells);
  }

  private Row taken(long line, Instant at, String time, List<String> cells) {
    List<String> numbers = new ArrayList<>(matched.size());
    List<Row.RefusedCell> refused = new ArrayList<>(0);
    for (Column column : matched) {
      String cell = cell(cells, column.index());
      boolean number = !CsvCell.isEmpty(cell) && CsvCell.number(cell).isPresent();
      numbers.add(number ? cell : "");
      if (!number && !CsvCell.isEmpty(cell)) {
        refused.add(new Row.RefusedCell(column, quoted(cell)));
      }
    }
    return new Row.Taken(line, at, time, numbers, refused);
  }

  private boolean blankBeyond(List<String> cells) {
    return cells.subList(layout.columns().size() + 1, cells.size()).stream()
        .allMatch(String::isBlank);
  }

  private static Row otherHeader(long line, String time) {
    String sentence = "It stands under another header; upload this part as a file of its own.";
    return new Row.Refused(line, Reason.NOT_PARSED, sentence, null, quoted(time));
  }

  private static Row refused(long line, Reason reason, String sentence, String text) {
    boolean whole = reason == Reason.NOT_PARSED;
    return new Row.Refused(line, reason, sentence, field(whole), quoted(text));
  }

  private static @Nullable String field(boolean whole) {
    return whole ? null : TIME;
  }

  private static String cell(List<String> cells, int index) {
    return index < cells.size() ? cells.get(index).strip() : "";
  }

  private static String quoted(String text) {
    return text.length() <= QUOTED_CHARS ? text : text.substring(0, QUOTED_CHARS) + "…";
  }
}
