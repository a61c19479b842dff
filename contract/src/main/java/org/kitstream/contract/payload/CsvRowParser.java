package org.kitstream.contract.payload;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * Rows of an uploaded file, under a first line that says which sensors their cells are of:
 *
 * <pre>
 * time,55,56
 * 2018-12-06T00:00:26Z,21.85,none
 * </pre>
 *
 * A sensor is an id or a key. Cells are not quoted. A cell that is empty, {@code null}, {@code
 * none} or {@code nan} was not measured.
 */
final class CsvRowParser implements PayloadParser {

  private static final String TIME = "time";

  @Override
  public ParsedPayload parse(byte[] payload, Instant receivedAt) {
    String text = new String(AsciiText.reduce(payload), StandardCharsets.US_ASCII);
    Iterator<String> lines = text.lines().iterator();
    String[] header = lines.hasNext() ? cells(lines.next()) : new String[0];
    if (header.length == 0 || !header[0].equals(TIME)) {
      return ParsedPayload.refused(
          Reason.NOT_PARSED, "The first line does not name the columns, \"time\" first.");
    }
    var rows = new Rows(header);
    for (int row = 1; lines.hasNext(); row++) {
      String line = lines.next();
      if (!line.isBlank()) {
        rows.read(cells(line), "row " + row);
      }
    }
    return new ParsedPayload(rows.items, rows.refusals);
  }

  private static String[] cells(String line) {
    String[] cells = line.split(",", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip();
    }
    return cells;
  }

  private static final class Rows {

    private final String[] header;
    private final List<PostedItem> items = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Rows(String[] header) {
      this.header = header;
    }

    void read(String[] cells, String at) {
      if (cells.length > header.length) {
        refuse(Reason.NOT_PARSED, "The row has more cells than there are columns.", at);
        return;
      }
      if (cells[0].isEmpty()) {
        refuse(Reason.TIME_MISSING, "No timestamp given.", at);
        return;
      }
      Optional<Instant> time = RecordedAt.parse(cells[0]);
      if (time.isEmpty()) {
        refuse(Reason.TIME_NOT_PARSED, "The timestamp is not an ISO 8601 date and time.", at);
        return;
      }
      items.add(new PostedItem(time.get(), values(cells, at)));
    }

    private List<PostedValue> values(String[] cells, String at) {
      List<PostedValue> values = new ArrayList<>(cells.length);
      for (int i = 1; i < cells.length; i++) {
        if (CsvCell.isEmpty(cells[i])) {
          continue;
        }
        OptionalDouble number = CsvCell.number(cells[i]);
        if (number.isPresent()) {
          values.add(new PostedValue(SensorRef.of(header[i]), number.getAsDouble()));
        } else {
          String sentence = "The value of sensor " + header[i] + " is not a number.";
          refuse(Reason.VALUE_NOT_A_NUMBER, sentence, at + ", " + header[i]);
        }
      }
      return values;
    }

    private void refuse(Reason reason, String sentence, String field) {
      refusals.add(new Refusal(reason, sentence, field));
    }
  }
}
