package org.kitstream.api.uploads;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.payload.RecordedAt;

/**
 * A file of readings, read once from its beginning to its end, a row at a time. The clean entry to
 * everything that is known of such files: whatever the bytes are, it gives rows or throws {@link
 * UnreadableException}. Not thread-safe.
 */
final class CsvFile implements AutoCloseable {

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final Deque<CsvRecord> ahead = new ArrayDeque<>();
  private final CsvLayout layout;
  private final RowReader rows;
  private @Nullable UnreadableException broken;
  private long lastLine;

  private CsvFile(CsvReader<CsvRecord> reader, SensorNames names, Instant receivedAt)
      throws IOException, UnreadableException {
    this.reader = reader;
    this.records = reader.iterator();
    this.layout = CsvLayout.of(headers(), names);
    this.rows = new RowReader(layout, receivedAt);
  }

  /**
   * Opens a file and reads its header.
   *
   * @param receivedAt when the file came
   * @throws UnreadableException if it is no table with a time column
   * @throws IOException if the bytes cannot be had
   */
  static CsvFile open(PlainBytes bytes, SensorNames names, Instant receivedAt)
      throws IOException, UnreadableException {
    try {
      return new CsvFile(CsvText.records(bytes), names, receivedAt);
    } catch (ZipException | EOFException e) {
      throw new UnreadableException("The compressed file is damaged or cut off.");
    }
  }

  CsvLayout layout() {
    return layout;
  }

  /**
   * The next row; null at the end.
   *
   * @throws UnreadableException if nothing can be read from here on
   */
  @Nullable Row next() throws IOException, UnreadableException {
    for (CsvRecord record = pull(); record != null; record = pull()) {
      Optional<Row> row = rows.read(record);
      if (row.isPresent()) {
        return row.get();
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private List<List<String>> headers() throws IOException, UnreadableException {
    List<List<String>> first = new ArrayList<>();
    lookAhead();
    for (CsvRecord record : ahead) {
      first.add(record.getFields());
    }
    if (first.isEmpty()) {
      throw new UnreadableException("The file is empty.");
    }
    List<List<String>> headers = first.subList(0, isOfAKit(first) ? CsvLayout.KIT_HEADERS : 1);
    headers.forEach(header -> ahead.removeFirst());
    return headers;
  }

  /** A file that breaks off within these lines still has those before. */
  private void lookAhead() throws IOException, UnreadableException {
    try {
      CsvRecord record = fetch();
      while (record != null) {
        ahead.add(record);
        record = ahead.size() < CsvLayout.KIT_HEADERS ? fetch() : null;
      }
    } catch (UnreadableException e) {
      if (ahead.isEmpty()) {
        throw e;
      }
      broken = e;
    }
  }

  /** Kits write the ids of their sensors into the fourth line, and nothing before them. */
  private static boolean isOfAKit(List<List<String>> first) {
    if (first.size() < CsvLayout.KIT_HEADERS) {
      return false;
    }
    List<String> ids = first.get(CsvLayout.KIT_HEADERS - 1);
    return CsvLayout.isTimeTitle(first.get(0).get(0))
        && RecordedAt.parse(first.get(1).get(0)).isEmpty()
        && ids.get(0).isBlank()
        && ids.stream().allMatch(id -> id.strip().chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  private @Nullable CsvRecord pull() throws IOException, UnreadableException {
    if (!ahead.isEmpty()) {
      return ahead.removeFirst();
    }
    if (broken != null) {
      throw broken;
    }
    return fetch();
  }

  private @Nullable CsvRecord fetch() throws IOException, UnreadableException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord record = records.next();
      lastLine = record.getStartingLineNumber();
      return record;
    } catch (CsvParseException e) {
      throw new UnreadableException(
          "Nothing can be read after line %d: a quote is not closed, or a line is too long."
              .formatted(lastLine));
    } catch (UncheckedIOException e) {
      throw cause(e);
    }
  }

  private IOException cause(UncheckedIOException e) throws UnreadableException {
    IOException cause = Objects.requireNonNull(e.getCause());
    if (cause instanceof ZipException || cause instanceof EOFException) {
      throw new UnreadableException(
          "Nothing can be read after line %d: the compressed file is damaged or cut off."
              .formatted(lastLine));
    }
    return cause;
  }
}
