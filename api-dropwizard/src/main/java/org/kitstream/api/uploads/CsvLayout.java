package org.kitstream.api.uploads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a file has its time, and whose values its other columns have.
 *
 * @param timeColumn counts from 0
 * @param headers the header lines, to know them when they come again in the midst of the file
 */
record CsvLayout(int timeColumn, List<Column> columns, List<List<String>> headers) {

  /** Header lines of the files that kits write: short names, units, long names, sensor ids. */
  static final int KIT_HEADERS = 4;

  private static final Set<String> TIME_TITLES =
      Set.of(
          "time",
          "timestamp",
          "recorded_at",
          "datetime",
          "date_time",
          "date time",
          "date",
          "iso 8601",
          "iso8601",
          "time (utc)",
          "timestamp (utc)",
          "utc");

  private static final Pattern UNIT_IN_TITLE = Pattern.compile(" in (.+) \\(.+\\)$");

  /** Whether the line can be the first of a file that a kit wrote: the second is its units. */
  static boolean isTimeTitle(String cell) {
    return TIME_TITLES.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * The layout under these header lines.
   *
   * @param headers one line of titles, or the {@link #KIT_HEADERS} that kits write
   * @throws UnreadableException if no column is a time
   */
  static CsvLayout of(List<List<String>> headers, SensorNames names) throws UnreadableException {
    List<String> titles = headers.get(0);
    int time =
        IntStream.range(0, titles.size())
            .filter(i -> isTimeTitle(titles.get(i)))
            .findFirst()
            .orElseThrow(() -> new UnreadableException(noTime(titles)));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      if (i != time) {
        columns.add(column(headers, i, names));
      }
    }
    return new CsvLayout(time, List.copyOf(columns), List.copyOf(headers));
  }

  /** The columns whose sensor is known; of one sensor's the first only. */
  List<Column> matched() {
    Set<Integer> seen = new HashSet<>();
    return columns.stream()
        .filter(column -> column.sensor() != null && seen.add(column.sensor().id()))
        .toList();
  }

  private static Column column(List<List<String>> headers, int index, SensorNames names) {
    String title = cell(headers.get(0), index);
    if (headers.size() == KIT_HEADERS) {
      KnownSensor sensor = names.ofId(cell(headers.get(KIT_HEADERS - 1), index));
      return new Column(index, title, cell(headers.get(1), index), sensor);
    }
    return new Column(index, title, unitIn(title), names.ofTitle(title));
  }

  private static @Nullable String unitIn(String title) {
    Matcher matcher = UNIT_IN_TITLE.matcher(title);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String cell(List<String> cells, int index) {
    return index < cells.size() ? cells.get(index).strip() : "";
  }

  private static String noTime(List<String> titles) {
    String found = String.join(", ", titles.subList(0, Math.min(titles.size(), 8)));
    return "No column of the first line is called time, timestamp or recorded_at: "
        + (found.length() > 200 ? found.substring(0, 200) + "…" : found);
  }
}
