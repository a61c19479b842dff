package org.kitstream.contract.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/** A JSON object whose members are readings, each under the key of its sensor. */
final class FlatObject {

  private FlatObject() {}

  /**
   * The numbers of all members; {@code null} is none and no error.
   *
   * @param others members that say something else
   * @param at where the object stands in the payload, with a dot behind it; empty for the whole
   * @param refusals gets one for each member that is no number
   */
  static List<PostedValue> values(
      JsonNode object, Set<String> others, String at, List<Refusal> refusals) {
    List<PostedValue> values = new ArrayList<>(object.size());
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String key = member.getKey();
      if (others.contains(key) || member.getValue().isNull()) {
        continue;
      }
      OptionalDouble number = JsonText.number(member.getValue());
      if (number.isPresent()) {
        values.add(new PostedValue(SensorRef.of(key), number.getAsDouble()));
      } else {
        String sentence = "The value of sensor " + key + " is not a number.";
        refusals.add(new Refusal(Reason.VALUE_NOT_A_NUMBER, sentence, at + key));
      }
    }
    return values;
  }
}
