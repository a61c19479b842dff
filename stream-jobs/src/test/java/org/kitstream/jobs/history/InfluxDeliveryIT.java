package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;
import org.kitstream.jobs.Influx;
import org.kitstream.jobs.Stack;

/** The rules of delivery against what InfluxDB really answers. */
class InfluxDeliveryIT {

  private static final String DATABASE = "delivery";
  private static final int POINTS = 20_000;

  private final DeliveryCounters counters = new DeliveryCounters(new UnregisteredMetricsGroup());
  private final RefusedInMemory refused = new RefusedInMemory();

  @Test
  void everyDoubleComesBackBitForBit() throws Exception {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    var line = new ReadingLine();
    List<Double> sent = new ArrayList<>();
    List<HistoryLine> lines = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double number = Doubles.next(random);
      sent.add(number);
      lines.add(line.write(reading(Instant.ofEpochMilli(i), number)));
    }

    delivery(DATABASE).deliver(lines);

    List<String> rows =
        Influx.rows(DATABASE, "SELECT \"55\" FROM readings WHERE device='77' ORDER BY time");
    assertThat(rows).hasSize(POINTS);
    for (int i = 0; i < POINTS; i++) {
      String[] cells = rows.get(i).split(",", -1);
      assertThat(cells[2]).as("seed %d", seed).isEqualTo(Integer.toString(i));
      assertThat(Double.doubleToRawLongBits(Double.parseDouble(cells[3])))
          .as("seed %d, row %d: %s for %s", seed, i, cells[3], sent.get(i))
          .isEqualTo(Double.doubleToRawLongBits(sent.get(i)));
    }
  }

  @Test
  void aLineThatCannotBeParsedIsRefusedAndItsNeighboursAreStored() throws Exception {
    delivery(DATABASE)
        .deliver(lines("p,device=1 a=1 1", "p,device=1 a= 2", "p,device=1 a=3 3", "p a"));

    assertThat(refused.lines()).containsExactly("p,device=1 a= 2", "p a");
    assertThat(counters.stored.getCount()).isEqualTo(2);
    assertThat(Influx.cell(DATABASE, "SELECT count(a) FROM p")).isEqualTo("2");
  }

  @Test
  void aBatchOfNothingButRubbishIsRefusedWhole() throws Exception {
    delivery(DATABASE).deliver(lines("q a", "q,device=1 a="));

    assertThat(refused.lines()).containsExactly("q a", "q,device=1 a=");
  }

  @Test
  void aFieldOfAnotherTypeIsFoundAndRefusedAlone() throws Exception {
    InfluxDelivery delivery = delivery(DATABASE);
    delivery.deliver(lines("c,device=1 v=1i 1"));

    delivery.deliver(
        lines(
            "c,device=1 w=1 2",
            "c,device=1 w=2 3",
            "c,device=1 v=2.5 4",
            "c,device=1 w=3 5",
            "c,device=1 w=4 6"));

    assertThat(refused.lines()).containsExactly("c,device=1 v=2.5 4");
    assertThat(refused.sentences().get(0)).contains("field type conflict");
    assertThat(Influx.cell(DATABASE, "SELECT count(w) FROM c")).isEqualTo("4");
  }

  @Test
  void aDatabaseThatIsTakenAwayStopsTheJob() throws Exception {
    InfluxDelivery delivery = delivery("taken");
    delivery.deliver(lines("a,device=1 v=1 1"));
    Influx.rows("taken", "DROP DATABASE taken");

    assertThatThrownBy(() -> delivery.deliver(lines("a,device=1 v=1 2")))
        .isInstanceOf(SuppressRestartsException.class)
        .hasStackTraceContaining("database not found");
  }

  @Test
  void aCorrectionReplacesThePoint() throws Exception {
    var line = new ReadingLine();
    InfluxDelivery delivery = delivery(DATABASE);
    Instant at = Instant.ofEpochMilli(5);
    var bad = new SensorValue(55, 1, 1.0, 0, 4);
    var good = new SensorValue(55, 2, 2.0, 0, 0);

    delivery.deliver(List.of(line.write(reading(78, at, Cause.LIVE, bad))));
    delivery.deliver(List.of(line.write(reading(78, at, Cause.LATE, good))));

    assertThat(
            Influx.rows(
                DATABASE, "SELECT \"55\", \"55_raw\", \"55_q\" FROM readings WHERE device='78'"))
        .containsExactly("readings,,5,2,2,0");
  }

  private InfluxDelivery delivery(String database) {
    var settings =
        new InfluxSettings(
            Stack.influx().url(),
            database,
            null,
            5_000,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30));
    return new InfluxDelivery(new InfluxClient(settings), refused, counters);
  }

  private static ProcessedReading reading(Instant at, double number) {
    return reading(77, at, Cause.LIVE, new SensorValue(55, number, number, 0, 0));
  }

  private static ProcessedReading reading(
      long deviceId, Instant at, Cause cause, SensorValue value) {
    return new ProcessedReading(deviceId, at, at, at, cause, 1, "m", List.of(value));
  }

  private static List<HistoryLine> lines(String... texts) {
    return Stream.of(texts).map(text -> new HistoryLine(9, "m", text.getBytes(US_ASCII))).toList();
  }
}
