package org.kitstream.contract.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * What the kits of Sensor.Community (luftdaten) post: <code>
 * {"esp8266id":"3835","sensordatavalues":[{"value_type":"SDS_P1","value":"12.30"}]}</code>. A
 * value's sensor is the one whose key is the value type in lower case. There is no time in it: it
 * was measured when it was received.
 */
final class SensorCommunityParser implements PayloadParser {

  private static final String VALUES = "sensordatavalues";

  @Override
  public ParsedPayload parse(byte[] payload, Instant receivedAt) {
    JsonNode posted =
        JsonText.parse(payload)
            .filter(JsonNode::isObject)
            .map(root -> root.path(VALUES))
            .orElse(null);
    if (posted == null || !posted.isArray()) {
      return ParsedPayload.refused(
          Reason.NOT_PARSED, "The message is not a JSON object with an array \"" + VALUES + "\".");
    }
    List<PostedValue> values = new ArrayList<>(posted.size());
    List<Refusal> refusals = new ArrayList<>();
    int index = 0;
    for (JsonNode one : posted) {
      readValue(one, VALUES + "[" + index++ + "]", values, refusals);
    }
    List<PostedItem> items =
        values.isEmpty() ? List.of() : List.of(new PostedItem(receivedAt, values));
    return new ParsedPayload(items, refusals);
  }

  private static void readValue(
      JsonNode one, String at, List<PostedValue> values, List<Refusal> refusals) {
    JsonNode type = one.path("value_type");
    JsonNode value = one.path("value");
    if (!type.isTextual()) {
      String sentence = "The value has no value_type.";
      refusals.add(new Refusal(Reason.UNKNOWN_SENSOR, sentence, at + ".value_type"));
      return;
    }
    if (value.isNull()) {
      return;
    }
    OptionalDouble number = JsonText.number(value);
    if (number.isPresent()) {
      SensorRef sensor = SensorRef.of(type.textValue().toLowerCase(Locale.ROOT));
      values.add(new PostedValue(sensor, number.getAsDouble()));
    } else {
      String sentence = "The value of " + type.textValue() + " is not a number.";
      refusals.add(new Refusal(Reason.VALUE_NOT_A_NUMBER, sentence, at + ".value"));
    }
  }
}
