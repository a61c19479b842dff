package org.kitstream.contract.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * What an SCK 1.x sends in the header {@code X-SmartCitizenData}: <code>
 * [{"temp":"25768","hum":"40341","timestamp":"2015-2-1 20:0:5"}]</code>. Times are UTC and may be
 * unpadded; a kit without a clock sends {@code #}. Items that are older than three years are
 * refused: such a kit has lost its clock. The closing bracket may be missing, for some firmware
 * sends it behind the end of the headers.
 */
final class LegacyParser implements PayloadParser {

  private static final String TIMESTAMP = "timestamp";
  private static final Set<String> OTHERS = Set.of(TIMESTAMP);
  private static final int OLDEST_YEARS = 3;
  private static final DateTimeFormatter UNPADDED =
      DateTimeFormatter.ofPattern("uuuu-M-d H:m:s", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  @Override
  public ParsedPayload parse(byte[] payload, Instant receivedAt) {
    Optional<JsonNode> array = JsonText.parse(closed(payload)).filter(JsonNode::isArray);
    if (array.isEmpty()) {
      return ParsedPayload.refused(Reason.NOT_PARSED, "The data are not a JSON array.");
    }
    Instant oldest = receivedAt.atOffset(ZoneOffset.UTC).minusYears(OLDEST_YEARS).toInstant();
    List<PostedItem> items = new ArrayList<>(array.get().size());
    List<Refusal> refusals = new ArrayList<>();
    int index = 0;
    for (JsonNode item : array.get()) {
      String at = "[" + index++ + "].";
      time(item.path(TIMESTAMP), oldest, at + TIMESTAMP, refusals)
          .map(time -> new PostedItem(time, FlatObject.values(item, OTHERS, at, refusals)))
          .ifPresent(items::add);
    }
    return new ParsedPayload(items, refusals);
  }

  private static byte[] closed(byte[] payload) {
    String text = new String(payload, StandardCharsets.ISO_8859_1).strip();
    if (text.endsWith(",")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    boolean open = text.startsWith("[") && text.endsWith("}");
    return open ? (text + "]").getBytes(StandardCharsets.ISO_8859_1) : payload;
  }

  private static Optional<Instant> time(
      JsonNode timestamp, Instant oldest, String field, List<Refusal> refusals) {
    if (timestamp.isMissingNode() || timestamp.isNull()) {
      refusals.add(new Refusal(Reason.TIME_MISSING, "No timestamp given.", field));
      return Optional.empty();
    }
    Optional<Instant> time = time(timestamp.asText().strip());
    if (time.isEmpty()) {
      String sentence = "The timestamp is not like 2015-2-1 20:0:5.";
      refusals.add(new Refusal(Reason.TIME_NOT_PARSED, sentence, field));
      return Optional.empty();
    }
    if (time.get().isBefore(oldest)) {
      String sentence = "The timestamp is more than three years old: " + time.get();
      refusals.add(new Refusal(Reason.TIME_OUT_OF_RANGE, sentence, field));
      return Optional.empty();
    }
    return time;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, UNPADDED).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return RecordedAt.parse(text);
    }
  }
}
