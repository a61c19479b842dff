package org.kitstream.contract.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

class CsvRowParserTest {

  private static final Instant TIME = Instant.parse("2018-12-06T00:00:26Z");

  @Test
  void everyRowIsAnItemOfTheSensorsOfTheFirstLine() {
    ParsedPayload parsed =
        parse("time,55,noise_dba\n2018-12-06T00:00:26Z,21.85,-1\r\n2018-12-06 00:00:26,0.00,48\n");
    assertThat(parsed.refusals()).isEmpty();
    assertThat(parsed.items())
        .containsExactly(
            new PostedItem(
                TIME,
                List.of(
                    new PostedValue(new SensorRef.ById(55), 21.85),
                    new PostedValue(new SensorRef.ByKey("noise_dba"), -1))),
            new PostedItem(
                TIME,
                List.of(
                    new PostedValue(new SensorRef.ById(55), 0),
                    new PostedValue(new SensorRef.ByKey("noise_dba"), 48))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "none", "NULL", "None", "nan", "NaN"})
  void aCellWithoutAMeasurementIsSkipped(String cell) {
    ParsedPayload parsed = parse("time,55,56\n2018-12-06T00:00:26Z," + cell + ",1");
    assertThat(parsed.refusals()).isEmpty();
    assertThat(parsed.items().get(0).values())
        .containsExactly(new PostedValue(new SensorRef.ById(56), 1));
  }

  @Test
  void aRowThatWasCutOffHasTheCellsThatItHas() {
    assertThat(parse("time,55,56\n2018-12-06T00:00:26Z,1").items().get(0).values())
        .containsExactly(new PostedValue(new SensorRef.ById(55), 1));
  }

  @Test
  void whatIsWrongIsRefusedAndItsNeighboursAreNot() {
    ParsedPayload parsed =
        parse(
            "time,55,56\n,1,1\nyesterday,1,1\n2018-12-06T00:00:26Z,1,1,1\n2018-12-06T00:00:26Z,x,2");
    assertThat(parsed.refusals())
        .extracting(Refusal::reason, Refusal::field)
        .containsExactly(
            tuple(Reason.TIME_MISSING, "row 1"),
            tuple(Reason.TIME_NOT_PARSED, "row 2"),
            tuple(Reason.NOT_PARSED, "row 3"),
            tuple(Reason.VALUE_NOT_A_NUMBER, "row 4, 55"));
    assertThat(parsed.items())
        .containsExactly(new PostedItem(TIME, List.of(new PostedValue(new SensorRef.ById(56), 2))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "55,56", "2018-12-06T00:00:26Z,1", "{}"})
  void aPayloadWithoutALineOfNamesIsRefused(String payload) {
    assertThat(parse(payload).refusals())
        .extracting(Refusal::reason)
        .containsExactly(Reason.NOT_PARSED);
  }

  @Test
  void noBytesWhateverMakeItThrow() {
    long seed = 4;
    var random = new Random(seed);
    String alphabet = "time,,,,\n\r-5 9.TZ:\u00e9\0e+";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("time,5\n");
      int length = random.nextInt(60);
      for (int c = 0; c < length; c++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(parse(text.toString())).as("seed %d, run %d: %s", seed, i, text).isNotNull();
    }
  }

  private static ParsedPayload parse(String payload) {
    return PayloadParser.of(PayloadFormat.CSV_ROW).parse(payload.getBytes(UTF_8), TIME);
  }
}
