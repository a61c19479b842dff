package org.kitstream.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Via;

/**
 * Rows that become one record: a first line that names the sensors, then the rows with the file's
 * own cells. What it is called depends on the file and the line alone. Not thread-safe.
 */
final class RowBatch {

  private static final int MAX_ROWS = 200;
  private static final int MAX_CHARS = 12 * 1024;

  private final ClaimedUpload upload;
  private final String header;
  private final StringBuilder text = new StringBuilder();
  private int rows;
  private long firstLine;

  RowBatch(ClaimedUpload upload, CsvLayout layout) {
    this.upload = upload;
    this.header =
        layout.matched().stream()
            .map(column -> column.sensor())
            .filter(sensor -> sensor != null)
            .map(sensor -> "," + sensor.id())
            .collect(Collectors.joining("", "time", "\n"));
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return rows >= MAX_ROWS || text.length() >= MAX_CHARS;
  }

  void add(Row.Taken row) {
    if (isEmpty()) {
      text.append(header);
      firstLine = row.line();
    }
    text.append(row.timeText());
    row.cells().forEach(cell -> text.append(',').append(cell));
    text.append('\n');
    rows++;
  }

  /** The record; the batch is empty afterwards. */
  RawReading take() {
    RawReading reading =
        new RawReading(
            upload.deviceId(),
            "upload:" + upload.sha256() + ':' + firstLine,
            PayloadFormat.CSV_ROW,
            Via.UPLOAD,
            upload.receivedAt(),
            text.toString().getBytes(UTF_8));
    text.setLength(0);
    rows = 0;
    return reading;
  }
}
