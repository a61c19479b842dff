package org.kitstream.contract.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * The JSON batch: <code>
 * {"data":[{"recorded_at":"2024-05-01T10:00:00Z","sensors":[{"id":55,"value":21.4}]}]}</code>. A
 * sensor id may be a number, text of digits or a key; a value may be a number or numeric text.
 * {@code null} values, and a {@code data} that is missing, null or empty, are no error.
 */
final class JsonBatchParser implements PayloadParser {

  @Override
  public ParsedPayload parse(byte[] payload, Instant receivedAt) {
    Optional<JsonNode> root = JsonText.parse(payload);
    if (root.isEmpty()) {
      return ParsedPayload.refused(Reason.NOT_PARSED, "The message is not JSON.");
    }
    JsonNode data = root.get().path("data");
    if (!root.get().isObject() || !(data.isArray() || data.isNull() || data.isMissingNode())) {
      return ParsedPayload.refused(
          Reason.NOT_PARSED, "The message is not a JSON object with an array \"data\".");
    }
    var batch = new Batch();
    for (int i = 0; i < data.size(); i++) {
      batch.readItem(data.path(i), "data[" + i + "]");
    }
    return new ParsedPayload(batch.items, batch.refusals);
  }

  private static final class Batch {

    private final List<PostedItem> items = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    void readItem(JsonNode item, String at) {
      JsonNode recordedAt = item.path("recorded_at");
      if (recordedAt.isMissingNode() || recordedAt.isNull()) {
        refuse(Reason.TIME_MISSING, "No timestamp given.", at + ".recorded_at");
        return;
      }
      Optional<Instant> time = RecordedAt.parse(recordedAt.asText());
      if (time.isEmpty()) {
        refuse(
            Reason.TIME_NOT_PARSED,
            "The timestamp is not an ISO 8601 date and time.",
            at + ".recorded_at");
        return;
      }
      items.add(new PostedItem(time.get(), readValues(item.path("sensors"), at + ".sensors")));
    }

    private List<PostedValue> readValues(JsonNode sensors, String at) {
      if (!sensors.isArray() && !sensors.isMissingNode() && !sensors.isNull()) {
        refuse(Reason.NOT_PARSED, "The sensors are not an array.", at);
      }
      List<PostedValue> values = new ArrayList<>(sensors.size());
      for (int i = 0; i < sensors.size(); i++) {
        readValue(sensors.path(i), at + "[" + i + "]", values);
      }
      return values;
    }

    private void readValue(JsonNode sensor, String at, List<PostedValue> values) {
      JsonNode value = sensor.path("value");
      JsonNode id = sensor.path("id");
      boolean named = id.isTextual() || (id.isIntegralNumber() && id.canConvertToInt());
      if (!named) {
        refuse(Reason.UNKNOWN_SENSOR, "The sensor has no usable id.", at + ".id");
        return;
      }
      if (value.isNull()) {
        return;
      }
      OptionalDouble number = JsonText.number(value);
      if (number.isEmpty()) {
        refuse(
            Reason.VALUE_NOT_A_NUMBER,
            "The value of sensor " + id.asText() + " is not a number.",
            at + ".value");
        return;
      }
      values.add(new PostedValue(SensorRef.of(id.asText()), number.getAsDouble()));
    }

    private void refuse(Reason reason, String sentence, String field) {
      refusals.add(new Refusal(reason, sentence, field));
    }
  }
}
