package org.kitstream.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.history.HistorySchema;

class HistoryStoreIT {

  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00.123Z");
  private static final Instant EVER = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");
  private static final int MINUTES_OF_A_YEAR = 525_600;
  private static final long LITTLE = 4_000_000;

  private final HistoryStore store = StoredHistory.store();

  @Test
  void givesBackWhatWasWrittenToTheMillisecondAndTheLastBit() throws Exception {
    Random random = new Random(42);
    StringBuilder lines = new StringBuilder();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 25_000; i++) {
      long time = NOON.toEpochMilli() + 37L * i;
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      lines.append(StoredHistory.line(1, time, value, i));
      written.add(time + "=" + value);
    }
    StoredHistory.write(lines.toString());

    assertThat(read(new PointQuery(1, 55, false, EVER, FOR_EVER, 0)))
        .as("seed 42")
        .isEqualTo(written);
  }

  @Test
  void readsOnlyWhatWasAskedFor() throws Exception {
    long noon = NOON.toEpochMilli();
    StoredHistory.write(
        StoredHistory.line(2, noon, 1, 10)
            + StoredHistory.line(2, noon + 1, 2, 20)
            + StoredHistory.line(2, noon + 2, 3, 30)
            + StoredHistory.line(2, noon + 3, 4, 40)
            + StoredHistory.line(22, noon + 1, 5, 50));
    Instant from = NOON.plusMillis(1);
    Instant to = NOON.plusMillis(2);

    assertThat(read(new PointQuery(2, 55, false, from, to, 0)))
        .containsExactly((noon + 1) + "=2.0", (noon + 2) + "=3.0");
    assertThat(read(new PointQuery(2, 55, true, from, to, 1)))
        .containsExactly((noon + 1) + "=20.0");
    assertThat(read(new PointQuery(2, 56, false, from, to, 0))).isEmpty();
    assertThat(read(new PointQuery(3, 55, false, from, to, 0))).isEmpty();
  }

  @Test
  void skipsPointsThatHaveOnlyAPostedValue() throws Exception {
    long noon = NOON.toEpochMilli();
    StoredHistory.write(
        StoredHistory.line(4, noon, 1, 10)
            + "%s,device=4 55_raw=20.0,rev=1i %d\n".formatted(HistorySchema.READINGS, noon + 1));

    assertThat(read(new PointQuery(4, 55, false, NOON, FOR_EVER, 1_000))).hasSize(1);
    assertThat(read(new PointQuery(4, 55, true, NOON, FOR_EVER, 1_000))).hasSize(2);
  }

  @Test
  void aYearByTheMinutePassesThroughWithoutPilingUp() throws Exception {
    writeAYear(5);
    List<Long> used = new ArrayList<>();
    long[] count = {0};

    store.read(
        new PointQuery(5, 55, false, EVER, FOR_EVER, 0),
        (time, value) -> {
          count[0]++;
          if (count[0] == 1_000 || count[0] == MINUTES_OF_A_YEAR) {
            used.add(usedHeap());
          }
        });

    assertThat(count[0]).isEqualTo(MINUTES_OF_A_YEAR);
    assertThat(used.get(1) - used.get(0)).isLessThan(LITTLE);
  }

  @Test
  void answersTheWorkedExampleFromInfluxDb() throws Exception {
    StoredHistory.write(
        StoredHistory.line(9, millis("2024-05-01T00:10:00Z"), 10, 1)
            + StoredHistory.line(9, millis("2024-05-01T00:50:00Z"), 20, 2)
            + StoredHistory.line(9, millis("2024-05-01T01:05:00Z"), 40, 4)
            + StoredHistory.line(9, millis("2024-05-01T03:00:00Z"), 8, 0.8));
    ReadingsService service =
        ReadingsService.over(HistorySettings.of(StoredHistory.url()), new OneSensor());
    String query =
        "sensor_id=55&rollup=1h&from=2024-05-01T00:00:00Z&to=2024-05-01T03:30:00Z&function=sum";

    ReadingsAnswer answer =
        service.answer(9, ReadingsQuery.parse(Parameters.of(query), Instant.now()), ZoneOffset.UTC);

    assertThat(answer.sampleSize()).isEqualTo(4);
    assertThat(answer.readings())
        .containsExactly(
            new ReadingsAnswer.Reading("2024-05-01T03:00:00Z", 8.0),
            new ReadingsAnswer.Reading("2024-05-01T01:05:00Z", 40.0),
            new ReadingsAnswer.Reading("2024-05-01T00:10:00Z", 30.0));
  }

  @Test
  void whatTheSinkThrowsEndsTheReading() throws Exception {
    StoredHistory.write(StoredHistory.line(6, NOON.toEpochMilli(), 1, 1));
    IllegalStateException enough = new IllegalStateException("enough");

    assertThatThrownBy(
            () ->
                store.read(
                    new PointQuery(6, 55, false, EVER, FOR_EVER, 0),
                    (time, value) -> {
                      throw enough;
                    }))
        .isSameAs(enough);
  }

  private List<String> read(PointQuery query) {
    List<String> points = new ArrayList<>();
    store.read(query, (time, value) -> points.add(time + "=" + value));
    return points;
  }

  private static void writeAYear(long deviceId) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int minute = 0; minute < MINUTES_OF_A_YEAR; minute++) {
      lines.append(
          StoredHistory.line(
              deviceId, NOON.toEpochMilli() + minute * 60_000L, minute % 97, minute));
      if (minute % 20_000 == 0 || minute == MINUTES_OF_A_YEAR - 1) {
        StoredHistory.write(lines.toString());
        lines.setLength(0);
      }
    }
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
