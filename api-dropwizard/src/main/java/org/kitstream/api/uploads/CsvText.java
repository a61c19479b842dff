package org.kitstream.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;

/** Bytes as records of cells: finds out whether they are text at all, and what parts the cells. */
final class CsvText {

  private static final int PEEKED_CHARS = 8 * 1024;
  private static final int MAX_FIELDS = 512;
  private static final int MAX_FIELD_CHARS = 1024;
  private static final int MAX_RECORD_CHARS = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final String SEPARATORS = ",;\t";

  private CsvText() {}

  /**
   * The records of UTF-8 text; a byte that is no UTF-8 becomes a replacement character.
   *
   * @throws UnreadableException if it is empty or no text
   */
  static CsvReader<CsvRecord> records(InputStream bytes) throws IOException, UnreadableException {
    BufferedReader text = new BufferedReader(new InputStreamReader(bytes, UTF_8), PEEKED_CHARS);
    String start = peek(text);
    check(start);
    return CsvReader.builder()
        .fieldSeparator(separator(start))
        .detectBomHeader(false)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(MAX_RECORD_CHARS)
        .build(
            CsvRecordHandler.of(
                limits ->
                    limits
                        .maxFields(MAX_FIELDS)
                        .maxFieldSize(MAX_FIELD_CHARS)
                        .maxRecordSize(MAX_RECORD_CHARS)),
            (Reader) text);
  }

  private static String peek(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    text.mark(PEEKED_CHARS);
    char[] start = new char[PEEKED_CHARS];
    int read = text.read(start, 0, PEEKED_CHARS);
    text.reset();
    return new String(start, 0, Math.max(read, 0));
  }

  private static void check(String start) throws UnreadableException {
    if (start.isBlank()) {
      throw new UnreadableException("The file is empty.");
    }
    if (start.startsWith("PK\u0003\u0004")) {
      throw new UnreadableException("The file is a ZIP archive; upload what is in it.");
    }
    if (start.indexOf('\0') >= 0) {
      throw new UnreadableException("The file is not text.");
    }
  }

  /** The one of the usual separators that is most often in the first line. */
  private static char separator(String start) {
    String line = start.lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long count = line.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
