package org.kitstream.ops.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * The real measurements of {@code air-quality-uci.csv} (see {@code ATTRIBUTION.md}), moved in time
 * so that the newest falls on an anchor. After it the set begins anew, hour after hour.
 */
final class AirQualityReplay {

  /** The id of the first column's sensor in the catalogue; the others follow in order. */
  static final int FIRST_SENSOR_ID = 501;

  private static final int ITEMS_PER_MESSAGE = 25;
  private static final Duration STEP = Duration.ofHours(1);

  private final List<Row> rows;
  private final Instant anchor;

  private AirQualityReplay(List<Row> rows, Instant anchor) {
    this.rows = rows;
    this.anchor = anchor;
  }

  static AirQualityReplay endingAt(Instant anchor) {
    try (var in = AirQualityReplay.class.getResourceAsStream("air-quality-uci.csv");
        var reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return new AirQualityReplay(reader.lines().skip(1).map(Row::of).toList(), anchor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON batches of everything after one time up to another, oldest first. */
  List<byte[]> batches(Instant after, Instant upTo) {
    List<byte[]> batches = new ArrayList<>();
    var items = new StringJoiner(",");
    int count = 0;
    for (Item item : itemsBetween(after, upTo)) {
      items.add(item.json());
      if (++count % ITEMS_PER_MESSAGE == 0) {
        batches.add(batch(items));
        items = new StringJoiner(",");
      }
    }
    if (items.length() > 0) {
      batches.add(batch(items));
    }
    return batches;
  }

  /** The time of the oldest record. */
  Instant start() {
    return rows.get(0).time().plus(shift());
  }

  private List<Item> itemsBetween(Instant after, Instant upTo) {
    List<Item> items = new ArrayList<>();
    for (Row row : rows) {
      Instant at = row.time().plus(shift());
      if (at.isAfter(after) && !at.isAfter(upTo)) {
        items.add(new Item(at, row));
      }
    }
    int next = 0;
    for (Instant at = anchor.plus(STEP); !at.isAfter(upTo); at = at.plus(STEP)) {
      if (at.isAfter(after)) {
        items.add(new Item(at, rows.get(next % rows.size())));
      }
      next++;
    }
    return items;
  }

  private Duration shift() {
    return Duration.between(rows.get(rows.size() - 1).time(), anchor);
  }

  private static byte[] batch(StringJoiner items) {
    return ("{\"data\":[" + items + "]}").getBytes(StandardCharsets.US_ASCII);
  }

  /** One line of the file; an empty cell is a missing value. */
  private record Row(Instant time, List<String> cells) {

    static Row of(String line) {
      List<String> cells = List.of(line.split(",", -1));
      return new Row(Instant.parse(cells.get(0)), cells.subList(1, cells.size()));
    }
  }

  private record Item(Instant at, Row row) {

    String json() {
      var sensors = new StringJoiner(",");
      for (int i = 0; i < row.cells().size(); i++) {
        String cell = row.cells().get(i);
        if (!cell.isEmpty()) {
          sensors.add("{\"id\":" + (FIRST_SENSOR_ID + i) + ",\"value\":" + cell + "}");
        }
      }
      return "{\"recorded_at\":\"" + at + "\",\"sensors\":[" + sensors + "]}";
    }
  }
}
