package org.kitstream.api.uploads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.uploads.UploadReport.Example;
import org.kitstream.api.uploads.UploadReport.MatchedColumn;
import org.kitstream.api.uploads.UploadReport.Problem;
import org.kitstream.api.uploads.UploadReport.Refusals;
import org.kitstream.api.uploads.UploadReport.Suspicion;
import org.kitstream.contract.reading.Refusal.Reason;

class UploadReportTest {

  @Test
  void countsTheRowsOfASdCardAndFindsItsSensors() throws Exception {
    UploadReport report = Files.report(Files.sdCard());

    assertThat(report.rows()).isEqualTo(10);
    assertThat(report.accepted()).isEqualTo(8);
    assertThat(report.refused()).isEqualTo(2);
    assertThat(report.sensors())
        .containsExactly(
            new MatchedColumn("TEMP", 55, "t", "SHT31", 8),
            new MatchedColumn("HUM", 56, "h", "SHT31", 6),
            new MatchedColumn("BATT", 10, "bat", "Battery", 7),
            new MatchedColumn("NOISE_A", 53, "noise_dba", "ICS43432", 6),
            new MatchedColumn("PM_25", 87, null, "PMS5003", 4));
    assertThat(report.unmatched()).containsExactly("ADC_48_0");
    assertThat(report.from()).isEqualTo("2000-01-01T00:00:41Z");
    assertThat(report.to()).isEqualTo("2024-03-05T16:06:00Z");
    assertThat(report.error()).isNull();
  }

  @Test
  void tellsWhatIsRefusedAndWhere() throws Exception {
    assertThat(Files.report(Files.sdCard()).reasons())
        .extracting(Refusals::reason, Refusals::count, Refusals::examples)
        .containsExactly(
            refused(Reason.TIME_NOT_PARSED, new Example(10, "time", "2024-03-05T10:0")),
            refused(Reason.VALUE_NOT_A_NUMBER, new Example(11, "HUM", "oops")),
            refused(
                Reason.TIME_MISSING, new Example(12, "time", ",21.50,43.60,98,43.00,0.2036,6")));
  }

  @Test
  void suspectsTheClockAndTellsOfGaps() throws Exception {
    assertThat(Files.report(Files.sdCard()).problems())
        .extracting(Problem::problem, Problem::count, Problem::line)
        .containsExactly(
            tuple(Suspicion.CLOCK_BEFORE_2010, 1L, 5L),
            tuple(Suspicion.TIME_REPEATS, 1L, 9L),
            tuple(Suspicion.GAPS, 1L, 11L));
  }

  @Test
  void timesThatGoBackOrHaveNotComeAreSuspect() throws Exception {
    UploadReport report =
        Files.report("time,t\n2024-03-05 10:00,1\n2024-03-05 09:59,1\n2024-03-06 10:00,1\n");
    assertThat(report.problems())
        .extracting(Problem::problem)
        .containsExactly(Suspicion.CLOCK_AHEAD, Suspicion.TIME_GOES_BACK);
    assertThat(Files.report("time,t\n2025-03-05 10:00,1").reasons())
        .extracting(Refusals::reason)
        .containsExactly(Reason.TIME_OUT_OF_RANGE);
  }

  @Test
  void aUnitThatDiffersInMoreThanSpellingIsSuspect() throws Exception {
    String rows = "\n2024-03-05 10:00,1,1";
    assertThat(Files.report("timestamp,temp in K (SHT31),hum in % (SHT31)" + rows).problems())
        .isEmpty();
    assertThat(Files.report("TIME,a,b\nISO 8601,F,º C\nTime,a,b\n,55,4" + rows).problems())
        .extracting(Problem::problem, Problem::sentence)
        .containsExactly(
            tuple(
                Suspicion.UNIT_DIFFERS,
                "Column a is in F, and sensor 55 is expected to be in ºC."));
  }

  @ParameterizedTest
  @CsvSource({
    "55, 55",
    "t, 55",
    "T, 55",
    "noise_dba, 53",
    "NOISE_A, 53",
    "temp in ºC (SHT31), 55",
    "pm_avg_2.5, 87",
    "PMS5003, 87"
  })
  void findsTheSensorThatATitleNames(String title, int sensor) throws Exception {
    assertThat(Files.report("recorded_at," + title + "\n2024-03-05 10:00,1").sensors())
        .extracting(MatchedColumn::sensorId)
        .containsExactly(sensor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dht", "99", "", "SHT31"})
  void aTitleThatIsNotClearFindsNone(String title) throws Exception {
    UploadReport report = Files.report("recorded_at," + title + "\n2024-03-05 10:00,1");
    assertThat(report.sensors()).isEmpty();
    assertThat(report.unmatched()).containsExactly(title);
  }

  @Test
  void theSecondColumnOfASensorIsLeftOut() throws Exception {
    UploadReport report = Files.report("time,55,t\n2024-03-05 10:00,1,2");
    assertThat(report.sensors()).hasSize(1);
    assertThat(report.problems())
        .extracting(Problem::problem)
        .containsExactly(Suspicion.SENSOR_TWICE);
  }

  @Test
  void nothingIsTakenUnderAnotherHeaderUntilTheFirstComesAgain() throws Exception {
    UploadReport report =
        Files.report(
            """
            time,t
            2024-03-05 10:00,1
            time,h
            2024-03-05 10:01,60
            time,t
            2024-03-05 10:02,1
            """);
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.refused()).isEqualTo(2);
    assertThat(report.sensors().get(0).values()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void otherSeparatorsAndAByteOrderMarkAreFine(String separator) throws Exception {
    String text = "\ufeffid,time,t\r\n7,2024-03-05T10:00:00+01:00,1.5\r\n\r\n";
    UploadReport report = Files.report(text.replace(",", separator));
    assertThat(report.sensors().get(0).values()).isEqualTo(1);
    assertThat(report.from()).isEqualTo(Instant.parse("2024-03-05T09:00:00Z"));
    assertThat(report.unmatched()).containsExactly("id");
  }

  @Test
  void aCompressedFileIsTheSameFile() throws Exception {
    assertThat(Files.report(Files.compressed(Files.sdCard())))
        .isEqualTo(Files.report(Files.sdCard()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "'  ', empty",
    "'temp,hum', No column",
    "'{\"data\":[]}', No column",
    "'PK\u0003\u0004xyz', ZIP",
    "'\u0000\u0001\u0002', not text"
  })
  void whatIsNoTableIsRefusedWithASentence(String text, String sentence) {
    assertThatThrownBy(() -> Files.report(text))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aFileThatBreaksOffIsReportedUpToThere() throws Exception {
    String open = "time,t\n2024-03-05 10:00,1\n2024-03-05 10:01,\"1\n";
    assertThat(Files.report(open + "x".repeat(100_000)).error()).contains("after line 2");
    byte[] compressed = Files.compressed(Files.sdCard());
    UploadReport cut = Files.report(Arrays.copyOf(compressed, compressed.length - 12));
    assertThat(cut.error()).contains("cut off");
  }

  @Test
  void whatGrowsBeyondTheBoundIsStopped() {
    byte[] bomb = Files.compressed(new byte[4 << 20]);
    assertThat(bomb.length).isLessThan(16 * 1024);
    assertThatThrownBy(() -> PlainBytes.of(new ByteArrayInputStream(bomb), 1 << 20).readAllBytes())
        .isInstanceOf(TooLongException.class);
  }

  @Test
  void noBytesWhateverMakeItThrowAnythingElse() throws Exception {
    long seed = 20261124;
    Random random = new Random(seed);
    for (int run = 0; run < 3_000; run++) {
      byte[] file = Files.sdCard();
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      try {
        UploadReport report = Files.report(file);
        assertThat(report.rows()).isEqualTo(report.accepted() + report.refused());
      } catch (UnreadableException e) {
        assertThat(e.sentence()).isNotBlank();
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", run " + run + ": " + text(file), e);
      }
    }
  }

  private static String text(byte[] file) {
    return new String(file, ISO_8859_1);
  }

  private static Tuple refused(Reason reason, Example example) {
    return tuple(reason, 1L, List.of(example));
  }
}
