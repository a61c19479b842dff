package org.kitstream.contract.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.payload.SensorRef.ById;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

class ShortFormatParserTest {

  private final PayloadParser parser = new ShortFormatParser();

  @Test
  void readsWhatFirmwareSends() {
    assertThat(onlyItem("{t:2024-09-25T13:19:38Z,55:21.4,56:60,10:-1}"))
        .isEqualTo(
            new PostedItem(
                Instant.parse("2024-09-25T13:19:38Z"),
                List.of(
                    new PostedValue(new ById(55), 21.4),
                    new PostedValue(new ById(56), 60),
                    new PostedValue(new ById(10), -1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ t:2024-09-25T13:19:38Z, 53 : 48.45, 14:null, }",
        "{53:48.45,t:2024-09-25T13:19:38Z}",
        "  {t :2024-09-25T13:19:38Z 53:48.45}\r\n",
        "{\tt:2024-09-25T13:19:38Z,\n53:\t48.45}",
        "{t:2024-09-25T13:19:38Z,5\u00e93:48.45}",
      })
  void toleratesWhatTheGrammarAllows(String message) {
    assertThat(onlyItem(message))
        .isEqualTo(
            new PostedItem(
                Instant.parse("2024-09-25T13:19:38Z"),
                List.of(new PostedValue(new ById(53), 48.45))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}",
        "hello",
        "{t:2024-09-25T13:19:38Z,55:21.4",
        "{t:2024-09-25T13:19:38Z,55:21.4}x",
        "{t: 2024-09-25T13:19:38Z,55:21.4}",
        "{t:2024-09-25 13:19:38Z,55:21.4}",
        "{t:2024-09-25T13:19:38Z,55:1e3}",
        "{t:2024-09-25T13:19:38Z,55:+1}",
        "{t:2024-09-25T13:19:38Z,temp:1}",
        "{t:2024-09-25T13:19:38Z,,55:1}",
        "{t:2024-09-25T13:19:38Z,55:nul}",
        "{\"t\":\"2024-09-25T13:19:38Z\"}",
      })
  void refusesTheWholeOfAnythingElse(String message) {
    ParsedPayload parsed = parse(message);

    assertThat(parsed.items()).isEmpty();
    assertThat(parsed.refusals()).extracting(Refusal::reason).containsExactly(Reason.NOT_PARSED);
  }

  @Test
  void refusesAMessageWithoutTime() {
    assertThat(parse("{55:21.4}").refusals())
        .containsExactly(new Refusal(Reason.TIME_MISSING, "No timestamp given.", "t"));
  }

  @Test
  void refusesADateThatIsNone() {
    assertThat(parse("{t:2024-13-25T13:19:38Z,55:21.4}").refusals())
        .extracting(Refusal::reason)
        .containsExactly(Reason.TIME_NOT_PARSED);
  }

  @Test
  void refusesOneValueAndKeepsItsNeighbours() {
    ParsedPayload parsed = parse("{t:2024-09-25T13:19:38Z,55:--1,56:60}");

    assertThat(parsed.items().get(0).values()).containsExactly(new PostedValue(new ById(56), 60));
    assertThat(parsed.refusals())
        .extracting(Refusal::reason, Refusal::field)
        .containsExactly(tuple(Reason.VALUE_NOT_A_NUMBER, "55"));
  }

  @Test
  void anEmptyMessageIsNoError() {
    assertThat(parse("{ }")).isEqualTo(new ParsedPayload(List.of(), List.of()));
  }

  @Test
  void neverThrowsWhateverTheBytes() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    byte[] alphabet = "{}t:,0129-.TZnul \u00e9".getBytes(ISO_8859_1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = alphabet[random.nextInt(alphabet.length)];
      }
      assertThat(parser.parse(bytes, Instant.EPOCH)).as("seed %d, round %d", seed, i).isNotNull();
    }
  }

  private PostedItem onlyItem(String message) {
    ParsedPayload parsed = parse(message);
    assertThat(parsed.refusals()).isEmpty();
    assertThat(parsed.items()).hasSize(1);
    return parsed.items().get(0);
  }

  private ParsedPayload parse(String message) {
    return parser.parse(message.getBytes(ISO_8859_1), Instant.EPOCH);
  }
}
