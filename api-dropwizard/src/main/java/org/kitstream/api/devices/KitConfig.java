package org.kitstream.api.devices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * What a kit is told to do: a JSON object. The platform knows the intervals, in seconds; other
 * members are between the owner and the firmware.
 */
public final class KitConfig {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CONFIG = "config";
  private static final String READING_INTERVAL = "reading_interval";
  private static final String PUBLISH_INTERVAL = "publish_interval";

  /** With its topic it has to fit into a packet of 4,096 bytes, the most that kits take. */
  private static final int LONGEST = 3_500;

  private static final int SHORTEST_INTERVAL = 5;
  private static final int LONGEST_READING_INTERVAL = 86_400;
  private static final int LONGEST_PUBLISH_INTERVAL = 3_600;

  private KitConfig() {}

  /**
   * A configuration with these members over what there is.
   *
   * @param changes a null takes a member away; an interval may be a number or its text
   * @return null when nothing is left
   */
  public static @Nullable String over(@Nullable String now, Map<String, JsonNode> changes) {
    ObjectNode merged = parsed(now);
    changes.forEach(
        (name, value) -> {
          if (value.isNull()) {
            merged.remove(name);
          } else {
            merged.set(name, isInterval(name) ? number(value) : value);
          }
        });
    return merged.isEmpty() ? null : merged.toString();
  }

  static void check(@Nullable String config, Violations violations) {
    if (config == null) {
      return;
    }
    violations.addUnlessLength(config, 0, LONGEST, CONFIG);
    ObjectNode members = parsed(config);
    check(members.path(READING_INTERVAL), LONGEST_READING_INTERVAL, READING_INTERVAL, violations);
    check(members.path(PUBLISH_INTERVAL), LONGEST_PUBLISH_INTERVAL, PUBLISH_INTERVAL, violations);
  }

  private static void check(JsonNode interval, int longest, String name, Violations violations) {
    boolean given = !interval.isMissingNode();
    boolean whole = interval.isIntegralNumber();
    boolean within =
        interval.canConvertToInt()
            && interval.intValue() >= SHORTEST_INTERVAL
            && interval.intValue() <= longest;
    violations
        .addIf(given && !whole, CONFIG + '.' + name, Violations.NOT_A_NUMBER)
        .addIf(given && whole && !within, CONFIG + '.' + name, Violations.NOT_INCLUDED);
  }

  private static boolean isInterval(String name) {
    return name.equals(READING_INTERVAL) || name.equals(PUBLISH_INTERVAL);
  }

  /** A form has only text. */
  private static JsonNode number(JsonNode value) {
    if (!value.isTextual()) {
      return value;
    }
    try {
      return MAPPER.getNodeFactory().numberNode(Long.parseLong(value.textValue().trim()));
    } catch (NumberFormatException e) {
      return value; // the check names it
    }
  }

  private static ObjectNode parsed(@Nullable String json) {
    try {
      return json == null ? MAPPER.createObjectNode() : (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds JSON that is none", e);
    }
  }
}
