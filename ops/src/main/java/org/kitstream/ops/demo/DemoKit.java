package org.kitstream.ops.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A kit that is only simulated. */
record DemoKit(
    String token,
    String name,
    Blueprint blueprint,
    double latitude,
    double longitude,
    String exposure) {

  /** The kits of {@code kits.csv}, in several cities. */
  static List<DemoKit> all() {
    try (var in = DemoKit.class.getResourceAsStream("kits.csv");
        var reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(DemoKit::ofRow).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DemoKit ofRow(String row) {
    String[] cells = row.split(",", -1);
    return new DemoKit(
        cells[0],
        cells[1],
        Blueprint.ofKitId(Integer.parseInt(cells[2])),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        cells[5]);
  }
}
