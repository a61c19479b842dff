package org.kitstream.api.uploads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.uploads.UploadReport.Problem;
import org.kitstream.api.uploads.UploadReport.Suspicion;

/** Makes the report of a file from its rows. Not thread-safe. */
final class ReportBuilder {

  private final CsvLayout layout;
  private final List<Column> matched;
  private final long[] values;
  private final Tally tally = new Tally();
  private final Clockwork clockwork;
  private long rows;
  private long refused;

  ReportBuilder(CsvLayout layout, Instant receivedAt) {
    this.layout = layout;
    this.matched = layout.matched();
    this.values = new long[matched.size()];
    this.clockwork = new Clockwork(receivedAt);
  }

  void add(Row row) {
    rows++;
    if (row instanceof Row.Refused whole) {
      refused++;
      tally.add(whole);
    } else if (row instanceof Row.Taken taken) {
      clockwork.tick(taken.line(), taken.time());
      taken.refused().forEach(cell -> tally.add(taken.line(), cell));
      for (int i = 0; i < values.length; i++) {
        values[i] += taken.cells().get(i).isEmpty() ? 0 : 1;
      }
    }
  }

  /**
   * The report on the rows so far.
   *
   * @param error why there are no more; null if there may be
   */
  UploadReport report(@Nullable String error) {
    return new UploadReport(
        rows,
        rows - refused,
        refused,
        tally.toList(),
        sensors(),
        layout.columns().stream()
            .filter(column -> column.sensor() == null)
            .map(Column::title)
            .toList(),
        clockwork.from(),
        clockwork.to(),
        problems(),
        error);
  }

  private List<UploadReport.MatchedColumn> sensors() {
    List<UploadReport.MatchedColumn> sensors = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Column column = matched.get(i);
      KnownSensor sensor = column.sensor();
      if (sensor != null) {
        sensors.add(
            new UploadReport.MatchedColumn(
                column.title(), sensor.id(), sensor.key(), sensor.name(), values[i]));
      }
    }
    return sensors;
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(clockwork.problems());
    for (Column column : layout.columns()) {
      KnownSensor sensor = column.sensor();
      if (sensor != null && !matched.contains(column)) {
        String sentence = "Column %s is of the same sensor as another; it is left out.";
        problems.add(
            new Problem(Suspicion.SENSOR_TWICE, sentence.formatted(column.title()), 1, null));
      } else if (sensor != null && !Units.agree(column.unit(), sensor.unit())) {
        String sentence = "Column %s is in %s, and sensor %d is expected to be in %s.";
        problems.add(
            new Problem(
                Suspicion.UNIT_DIFFERS,
                sentence.formatted(column.title(), column.unit(), sensor.id(), sensor.unit()),
                1,
                null));
      }
    }
    return problems;
  }
}
