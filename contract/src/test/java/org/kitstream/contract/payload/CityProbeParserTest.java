package org.kitstream.contract.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.payload.SensorRef.ByKey;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

class CityProbeParserTest {

  private static final Instant RECEIVED = Instant.parse("2026-05-01T10:00:00.123Z");

  @Test
  void readsEveryMemberThatIsAReading() {
    ParsedPayload parsed =
        parse(
            """
            {"time":"2019-11-28T07:23:19.346Z","b":19.05,"firmware_version":"49","location":"8",
             "r.avg":-8.19,"r.var":null,"uv":null,"device_id":"49004d000d50483553343720"}
            """);

    assertThat(parsed.refusals()).isEmpty();
    assertThat(parsed.items())
        .containsExactly(
            new PostedItem(
                Instant.parse("2019-11-28T07:23:19.346Z"),
                List.of(
                    new PostedValue(new ByKey("b"), 19.05),
                    new PostedValue(new ByKey("firmware_version"), 49),
                    new PostedValue(new ByKey("r.avg"), -8.19))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"t\":7.81}", "{\"t\":\"7.81\",\"time\":null}"})
  void withoutATimeTheTimeReceivedCounts(String text) {
    assertThat(parse(text).items())
        .containsExactly(new PostedItem(RECEIVED, List.of(new PostedValue(new ByKey("t"), 7.81))));
  }

  @Test
  void refusesAValueWithoutHarmToItsNeighbours() {
    ParsedPayload parsed = parse("{\"t\":\"warm\",\"h\":[1],\"n\":50}");

    assertThat(parsed.refusals())
        .extracting(Refusal::reason, Refusal::field)
        .containsExactly(
            tuple(Reason.VALUE_NOT_A_NUMBER, "t"), tuple(Reason.VALUE_NOT_A_NUMBER, "h"));
    assertThat(parsed.items().get(0).values()).containsExactly(new PostedValue(new ByKey("n"), 50));
  }

  @Test
  void refusesATimeThatIsNone() {
    assertThat(parse("{\"t\":1,\"time\":1574925799}").refusals())
        .extracting(Refusal::reason)
        .containsExactly(Reason.TIME_NOT_PARSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{\"t\":1"})
  void refusesWhatIsNoObject(String text) {
    assertThat(parse(text).refusals()).extracting(Refusal::reason).containsOnly(Reason.NOT_PARSED);
  }

  private static ParsedPayload parse(String text) {
    return PayloadParser.of(PayloadFormat.CITY_PROBE).parse(text.getBytes(UTF_8), RECEIVED);
  }
}
