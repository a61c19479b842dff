package org.kitstream.contract.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * What a CityProbe posts: <code>{"time":"2019-11-28T07:23:19.346Z","b":19.05,"r.avg":-8.19}</code>.
 * Every member is a reading under its sensor's key, but for those that name the device and its
 * place. Without {@code time} it was measured when it was received.
 */
final class CityProbeParser implements PayloadParser {

  private static final String TIME = "time";
  private static final Set<String> OTHERS = Set.of(TIME, "device_id", "location");

  @Override
  public ParsedPayload parse(byte[] payload, Instant receivedAt) {
    Optional<JsonNode> object = JsonText.parse(payload).filter(JsonNode::isObject);
    if (object.isEmpty()) {
      return ParsedPayload.refused(Reason.NOT_PARSED, "The message is not a JSON object.");
    }
    JsonNode said = object.get().path(TIME);
    Optional<Instant> time =
        said.isMissingNode() || said.isNull()
            ? Optional.of(receivedAt)
            : RecordedAt.parse(said.asText());
    if (time.isEmpty()) {
      String sentence = "The time is not an ISO 8601 date and time.";
      return new ParsedPayload(
          List.of(), List.of(new Refusal(Reason.TIME_NOT_PARSED, sentence, TIME)));
    }
    List<Refusal> refusals = new ArrayList<>();
    List<PostedValue> values = FlatObject.values(object.get(), OTHERS, "", refusals);
    List<PostedItem> items =
        values.isEmpty() ? List.of() : List.of(new PostedItem(time.get(), values));
    return new ParsedPayload(items, refusals);
  }
}
