package org.kitstream.contract.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.payload.SensorRef.ByKey;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

class SensorCommunityParserTest {

  private static final Instant RECEIVED = Instant.parse("2026-05-01T10:00:00.123Z");

  @Test
  void filesValuesUnderTheirTypeInLowerCaseAtTheTimeReceived() {
    ParsedPayload parsed =
        parse(
            """
            {"esp8266id":"3835","software_version":"NRZ-2020-133","sensordatavalues":[
              {"value_type":"SDS_P1","value":"12.30"},
              {"value_type":"BME280_temperature","value":"-3.41"},
              {"value_type":"signal","value":-71}]}
            """);

    assertThat(parsed.refusals()).isEmpty();
    assertThat(parsed.items())
        .containsExactly(
            new PostedItem(
                RECEIVED,
                List.of(
                    new PostedValue(new ByKey("sds_p1"), 12.3),
                    new PostedValue(new ByKey("bme280_temperature"), -3.41),
                    new PostedValue(new ByKey("signal"), -71))));
  }

  @Test
  void refusesAValueWithoutHarmToItsNeighbours() {
    ParsedPayload parsed =
        parse(
            """
            {"sensordatavalues":[{"value_type":"SDS_P1","value":"nan"},{"value":"1"},7,
              {"value_type":"SDS_P2","value":null},{"value_type":"SDS_P2","value":"2"}]}
            """);

    assertThat(parsed.refusals())
        .extracting(Refusal::reason)
        .containsExactly(Reason.VALUE_NOT_A_NUMBER, Reason.UNKNOWN_SENSOR, Reason.UNKNOWN_SENSOR);
    assertThat(parsed.items().get(0).values())
        .containsExactly(new PostedValue(new ByKey("sds_p2"), 2));
  }

  @Test
  void nothingMeasuredIsNoItem() {
    assertThat(parse("{\"sensordatavalues\":[]}"))
        .isEqualTo(new ParsedPayload(List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"sensordatavalues\":{}}", "{\"data\":[]}", "\u00e9"})
  void refusesWhatIsNoMessageOfSuchAKit(String text) {
    assertThat(parse(text).refusals()).extracting(Refusal::reason).containsOnly(Reason.NOT_PARSED);
  }

  private static ParsedPayload parse(String text) {
    return PayloadParser.of(PayloadFormat.SENSOR_COMMUNITY).parse(text.getBytes(UTF_8), RECEIVED);
  }
}
