package org.kitstream.contract.payload;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * The short format of kits, which is not JSON: {@code {t:2024-09-25T13:19:38Z,55:21.4,56:60}}.
 *
 * <pre>
 * message = "{" ws pair* ws "}"
 * pair    = (time / value) ws ","? ws
 * time    = "t" ws ":" DDDD-DD-DDTDD:DD:DDZ
 * value   = number ws ":" ws (decimal / "null")
 * decimal = number ["." number]
 * number  = one or more of "-" and digits
 * ws      = blanks, tabs, CR, LF
 * </pre>
 *
 * Commas are optional, {@code t} may stand anywhere, null values are skipped.
 */
final class ShortFormatParser implements PayloadParser {

  @Override
  public ParsedPayload parse(byte[] payload, Instant receivedAt) {
    try {
      return new Scan(payload).message();
    } catch (NotParsedException e) {
      return ParsedPayload.refused(Reason.NOT_PARSED, "Message not parsed: " + e.getMessage());
    }
  }

  /** One pass over one payload. */
  private static final class Scan {

    private static final String TIME_SHAPE = "0000-00-00T00:00:00Z";

    private final byte[] text;
    private int at;
    private @Nullable String time;
    private final List<PostedValue> values = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Scan(byte[] payload) {
      this.text = AsciiText.reduce(payload);
    }

    ParsedPayload message() throws NotParsedException {
      skipBlanks();
      expect('{');
      skipBlanks();
      while (!isNext('}')) {
        pair();
        skipBlanks();
        if (isNext(',')) {
          at++;
          skipBlanks();
        }
      }
      at++;
      skipBlanks();
      if (at < text.length) {
        throw new NotParsedException("something follows the closing brace at byte " + at);
      }
      return outcome();
    }

    private ParsedPayload outcome() {
      if (time == null) {
        if (!values.isEmpty() || !refusals.isEmpty()) {
          refusals.add(new Refusal(Reason.TIME_MISSING, "No timestamp given.", "t"));
        }
        return new ParsedPayload(List.of(), refusals);
      }
      Optional<Instant> recordedAt = RecordedAt.parse(time);
      if (recordedAt.isEmpty()) {
        refusals.add(
            new Refusal(Reason.TIME_NOT_PARSED, "There is no such date and time: " + time, "t"));
        return new ParsedPayload(List.of(), refusals);
      }
      return new ParsedPayload(List.of(new PostedItem(recordedAt.get(), values)), refusals);
    }

    private void pair() throws NotParsedException {
      if (isNext('t')) {
        at++;
        skipBlanks();
        expect(':');
        time = time();
        return;
      }
      String sensor = number();
      skipBlanks();
      expect(':');
      skipBlanks();
      if (isNext('n')) {
        expectNull();
        return;
      }
      String decimal = decimal();
      OptionalDouble number = Decimal.parse(decimal);
      if (number.isPresent()) {
        values.add(new PostedValue(SensorRef.of(sensor), number.getAsDouble()));
      } else {
        refusals.add(
            new Refusal(
                Reason.VALUE_NOT_A_NUMBER,
                "The value of sensor " + sensor + " is not a number: " + decimal,
                sensor));
      }
    }

    private String time() throws NotParsedException {
      int from = at;
      for (int i = 0; i < TIME_SHAPE.length(); i++, at++) {
        char shape = TIME_SHAPE.charAt(i);
        boolean fits = shape == '0' ? isDigitNext() : isNext(shape);
        if (!fits) {
          throw new NotParsedException("the time at byte " + from + " is not like " + TIME_SHAPE);
        }
      }
      return slice(from);
    }

    private String decimal() throws NotParsedException {
      int from = at;
      number();
      if (isNext('.')) {
        at++;
        number();
      }
      return slice(from);
    }

    private String number() throws NotParsedException {
      int from = at;
      while (isDigitNext() || isNext('-')) {
        at++;
      }
      if (at == from) {
        throw new NotParsedException("no number at byte " + at);
      }
      return slice(from);
    }

    private void expectNull() throws NotParsedException {
      for (char c : new char[] {'n', 'u', 'l', 'l'}) {
        expect(c);
      }
    }

    private void expect(char c) throws NotParsedException {
      if (!isNext(c)) {
        throw new NotParsedException("no '" + c + "' at byte " + at);
      }
      at++;
    }

    private boolean isNext(char c) {
      return at < text.length && text[at] == c;
    }

    private boolean isDigitNext() {
      return at < text.length && text[at] >= '0' && text[at] <= '9';
    }

    private void skipBlanks() {
      while (isNext(' ') || isNext('\t') || isNext('\r') || isNext('\n')) {
        at++;
      }
    }

    private String slice(int from) {
      return new String(text, from, at - from, StandardCharsets.US_ASCII);
    }
  }

  private static final class NotParsedException extends Exception {
    NotParsedException(String message) {
      super(message);
    }
  }
}
