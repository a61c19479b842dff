package org.kitstream.contract.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.payload.SensorRef.ByKey;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

class LegacyParserTest {

  private static final Instant RECEIVED = Instant.parse("2015-02-01T20:00:05Z");

  @Test
  void readsNumbersInTextUnderTheKeysOfSensors() {
    ParsedPayload parsed =
        parse(
            """
            [{"temp":"29090","hum":"6815","co":null,"timestamp":"2015-02-01 20:00:05"},
             {"nets":17,"timestamp":"2015-2-1 9:5:7"}]
            """);

    assertThat(parsed.refusals()).isEmpty();
    assertThat(parsed.items())
        .containsExactly(
            new PostedItem(
                RECEIVED,
                List.of(
                    new PostedValue(new ByKey("temp"), 29090),
                    new PostedValue(new ByKey("hum"), 6815))),
            new PostedItem(
                Instant.parse("2015-02-01T09:05:07Z"),
                List.of(new PostedValue(new ByKey("nets"), 17))));
  }

  @ParameterizedTest
  @CsvSource({
    "#,TIME_NOT_PARSED",
    "2015-2-30 1:1:1,TIME_NOT_PARSED",
    "2012-02-01 20:00:04,TIME_OUT_OF_RANGE",
    "1970-1-1 0:0:0,TIME_OUT_OF_RANGE"
  })
  void refusesATimeWithoutHarmToTheOtherItems(String timestamp, Reason reason) {
    ParsedPayload parsed =
        parse(
            """
            [{"temp":"1","timestamp":"%s"},{"temp":"2","timestamp":"2012-2-1 20:0:5"}]
            """
                .formatted(timestamp));

    assertThat(parsed.refusals())
        .extracting(Refusal::reason, Refusal::field)
        .containsExactly(tuple(reason, "[0].timestamp"));
    assertThat(parsed.items()).hasSize(1);
  }

  @Test
  void refusesAValueWithoutHarmToItsNeighbours() {
    ParsedPayload parsed =
        parse("[{\"temp\":\"x\",\"hum\":\"2\",\"timestamp\":\"2015-2-1 1:1:1\"}]");

    assertThat(parsed.refusals())
        .containsExactly(
            new Refusal(
                Reason.VALUE_NOT_A_NUMBER,
                "The value of sensor temp is not a number.",
                "[0].temp"));
    assertThat(parsed.items().get(0).values())
        .containsExactly(new PostedValue(new ByKey("hum"), 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"nets\":\"3\",\"timestamp\":\"2015-2-1 1:1:1\"}",
        " [{\"nets\":\"3\",\"timestamp\":\"2015-2-1 1:1:1\"}, ",
      })
  void anArrayMayLackItsEnd(String text) {
    assertThat(parse(text).refusals()).isEmpty();
    assertThat(parse(text).items()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "[{\"nets\":\"3", "null", "[1] 2", "UTC:"})
  void refusesWhatIsNoArray(String text) {
    assertThat(parse(text).refusals()).extracting(Refusal::reason).containsOnly(Reason.NOT_PARSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "[null]", "[[]]", "[{}]", "[{\"temp\":\"1\"}]"})
  void refusesAnItemWithoutATime(String text) {
    assertThat(parse(text).refusals())
        .extracting(Refusal::reason)
        .containsOnly(Reason.TIME_MISSING);
  }

  private static ParsedPayload parse(String text) {
    return PayloadParser.of(PayloadFormat.LEGACY).parse(text.getBytes(ISO_8859_1), RECEIVED);
  }
}
