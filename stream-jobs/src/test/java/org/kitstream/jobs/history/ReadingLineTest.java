package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;

class ReadingLineTest {

  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00.250Z");
  private static final SensorValue GOOD = new SensorValue(55, 25132, 14.38578857421875, 3, 0);
  private static final SensorValue BAD = new SensorValue(56, 60.2, null, 1, 32);

  private final ReadingLine line = new ReadingLine();

  @Test
  void aLiveReadingSaysWhatIsWrongWithAValueAndNothingOfTheOthers() {
    assertThat(text(line.write(reading(NOON, Cause.LIVE, GOOD, BAD))))
        .isEqualTo(
            "readings,device=1616 55=14.38578857421875,55_raw=25132,56_raw=60.2,56_q=32i,rev=17i"
                + " 1714564800250");
  }

  @Test
  void aLateReadingAlsoSaysThatNothingIsWrong() {
    assertThat(text(line.write(reading(NOON, Cause.LATE, GOOD))))
        .isEqualTo(
            "readings,device=1616 55=14.38578857421875,55_raw=25132,55_q=0i,rev=17i 1714564800250");
  }

  @Test
  void aBackfillAlsoSaysThatNothingIsWrong() {
    assertThat(text(line.write(reading(NOON, Cause.BACKFILL, GOOD)))).contains(",55_q=0i,");
  }

  @Test
  void timesBeforeTheEpochAreNegative() {
    assertThat(text(line.write(reading(Instant.EPOCH.minusMillis(1), Cause.LIVE, GOOD))))
        .endsWith(" -1");
  }

  @Test
  void linesDoNotRunIntoEachOther() {
    HistoryLine first = line.write(reading(NOON, Cause.LIVE, GOOD, BAD));
    HistoryLine second = line.write(reading(NOON, Cause.LIVE, GOOD));

    assertThat(text(first)).contains("56_q");
    assertThat(text(second)).doesNotContain("56_q");
  }

  @Test
  void aLineGrowsWithItsSensors() {
    List<SensorValue> many =
        IntStream.range(0, 500).mapToObj(i -> new SensorValue(i, i, i + 0.5, 0, 0)).toList();

    assertThat(text(line.write(reading(NOON, many)))).contains(",499=499.5,499_raw=499,rev=17i");
  }

  @Test
  void aTransitionIsALine() {
    var status = new DeviceStatus(1616, DeviceStatus.State.OFFLINE, NOON);

    assertThat(text(StatusLine.write(status)))
        .isEqualTo("status,device=1616 state=\"offline\" 1714564800250");
  }

  private static ProcessedReading reading(Instant at, Cause cause, SensorValue... values) {
    return new ProcessedReading(1616, at, at, at, cause, 17, "m", List.of(values));
  }

  private static ProcessedReading reading(Instant at, List<SensorValue> values) {
    return new ProcessedReading(1616, at, at, at, Cause.LIVE, 17, "m", values);
  }

  private static String text(HistoryLine line) {
    return new String(line.text(), US_ASCII);
  }
}
