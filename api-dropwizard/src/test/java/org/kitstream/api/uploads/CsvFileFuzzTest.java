package org.kitstream.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.kitstream.contract.payload.CsvCell;

/** A file gives rows, or says in a sentence why not. */
class CsvFileFuzzTest {

  private static final Instant RECEIVED_AT = Instant.parse("2026-05-01T10:00:00Z");
  private static final long BOUND = 1 << 20;

  private static final SensorNames NAMES =
      new SensorNames(
          List.of(
              new KnownSensor(55, "t", "SHT31", "ºC", "t", "TEMP", "air temperature"),
              new KnownSensor(56, null, "SHT31 humidity", "%", "h", "HUM", "humidity")));

  @FuzzTest
  void csvFile(byte[] bytes) throws IOException {
    List<Row> rows = new ArrayList<>();
    String end = read(bytes, rows);
    assertThat(end).isNotBlank();
    long line = 0;
    for (Row row : rows) {
      assertThat(row.line()).isGreaterThan(line);
      line = row.line();
      check(row);
    }
    List<Row> again = new ArrayList<>();
    assertThat(read(bytes, again)).isEqualTo(end);
    assertThat(again).as("read again").isEqualTo(rows);
  }

  /** How the reading ended: the owner's sentence, or that it came to the end. */
  private static String read(byte[] bytes, List<Row> rows) throws IOException {
    Optional<PlainBytes> opened = opened(bytes);
    if (opened.isEmpty()) {
      return "damaged";
    }
    PlainBytes plain = opened.get();
    try (CsvFile file = CsvFile.open(plain, NAMES, RECEIVED_AT)) {
      for (Row row = file.next(); row != null; row = file.next()) {
        rows.add(row);
      }
      assertThat(rows.size()).isLessThanOrEqualTo((int) plain.count());
      return "the end";
    } catch (UnreadableException e) {
      return e.sentence();
    } catch (TooLongException e) {
      return "too long";
    }
  }

  /** Empty for what pretends to be compressed. */
  private static Optional<PlainBytes> opened(byte[] bytes) throws IOException {
    try {
      return Optional.of(PlainBytes.of(new ByteArrayInputStream(bytes), BOUND));
    } catch (ZipException | EOFException e) {
      return Optional.empty();
    }
  }

  private static void check(Row row) {
    if (row instanceof Row.Refused refused) {
      assertThat(refused.sentence()).isNotBlank();
      return;
    }
    Row.Taken taken = (Row.Taken) row;
    assertThat(taken.time()).isBeforeOrEqualTo(RECEIVED_AT.plus(RowReader.AHEAD));
    for (String cell : taken.cells()) {
      assertThat(cell.isEmpty() || CsvCell.number(cell).isPresent()).isTrue();
    }
  }
}
