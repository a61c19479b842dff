package org.kitstream.contract.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.payload.SensorRef.ById;
import org.kitstream.contract.payload.SensorRef.ByKey;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

class JsonBatchParserTest {

  private static final Instant TEN = Instant.parse("2024-05-01T10:00:00Z");

  private final PayloadParser parser = new JsonBatchParser();

  @Test
  void readsIdsAndValuesAsNumbersAndAsText() {
    ParsedPayload parsed =
        parse(
            """
            {"data":[
              {"recorded_at":"2024-05-01T10:00:00Z",
               "sensors":[{"id":55,"value":21.4},{"id":"56","value":"60.2"}]},
              {"recorded_at":"2024-05-01 10:01:00",
               "sensors":[{"id":"noise_dba","value":48},{"id":"no2","value":-1}]}]}
            """);

    assertThat(parsed.refusals()).isEmpty();
    assertThat(parsed.items())
        .containsExactly(
            new PostedItem(
                TEN,
                List.of(new PostedValue(new ById(55), 21.4), new PostedValue(new ById(56), 60.2))),
            new PostedItem(
                TEN.plusSeconds(60),
                List.of(
                    new PostedValue(new ByKey("noise_dba"), 48),
                    new PostedValue(new ByKey("no2"), -1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"data\":null}", "{\"data\":[]}", "{\"other\":1}"})
  void nothingInDataIsNoError(String message) {
    assertThat(parse(message)).isEqualTo(new ParsedPayload(List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "[]", "1", "{\"data\":1}", "{\"data\":{}}", "{} {}", "{\"a\":NaN}"})
  void refusesWhatIsNoBatch(String message) {
    ParsedPayload parsed = parse(message);

    assertThat(parsed.items()).isEmpty();
    assertThat(parsed.refusals()).extracting(Refusal::reason).containsExactly(Reason.NOT_PARSED);
  }

  @Test
  void oneBadItemDoesNotHarmItsNeighbours() {
    ParsedPayload parsed =
        parse(
            """
            {"data":[
              {"sensors":[{"id":55,"value":1}]},
              {"recorded_at":"not time info here","sensors":[{"id":55,"value":2}]},
              7,
              {"recorded_at":"2024-05-01T10:00:00Z","sensors":[{"id":55,"value":3}]}]}
            """);

    assertThat(parsed.items())
        .containsExactly(new PostedItem(TEN, List.of(new PostedValue(new ById(55), 3))));
    assertThat(parsed.refusals())
        .extracting(Refusal::reason, Refusal::field)
        .containsExactly(
            tuple(Reason.TIME_MISSING, "data[0].recorded_at"),
            tuple(Reason.TIME_NOT_PARSED, "data[1].recorded_at"),
            tuple(Reason.TIME_MISSING, "data[2].recorded_at"));
  }

  @Test
  void oneBadValueDoesNotHarmItsNeighbours() {
    ParsedPayload parsed =
        parse(
            """
            {"data":[{"recorded_at":"2024-05-01T10:00:00Z","sensors":[
              {"id":1,"value":"warm"},{"id":2,"value":1e999},{"id":3,"value":null},
              {"id":4},{"value":5},{"id":6.5,"value":6},{"id":7,"value":"0x10"},{"id":8,"value":8}]}]}
            """);

    assertThat(parsed.items().get(0).values()).containsExactly(new PostedValue(new ById(8), 8));
    assertThat(parsed.refusals())
        .extracting(Refusal::reason, Refusal::field)
        .containsExactly(
            tuple(Reason.VALUE_NOT_A_NUMBER, "data[0].sensors[0].value"),
            tuple(Reason.VALUE_NOT_A_NUMBER, "data[0].sensors[1].value"),
            tuple(Reason.VALUE_NOT_A_NUMBER, "data[0].sensors[3].value"),
            tuple(Reason.UNKNOWN_SENSOR, "data[0].sensors[4].id"),
            tuple(Reason.UNKNOWN_SENSOR, "data[0].sensors[5].id"),
            tuple(Reason.VALUE_NOT_A_NUMBER, "data[0].sensors[6].value"));
  }

  @Test
  void bytesOutsideAsciiAreRemoved() {
    assertThat(
            parse("{\"data\":[{\"recorded_at\":\"2024-05-01T10:00:00Z\u00e9\",\"sensors\":[]}]}")
                .items())
        .containsExactly(new PostedItem(TEN, List.of()));
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(parse("[".repeat(100_000)).refusals())
        .extracting(Refusal::reason)
        .containsExactly(Reason.NOT_PARSED);
  }

  private ParsedPayload parse(String message) {
    return parser.parse(message.getBytes(UTF_8), TEN);
  }
}
