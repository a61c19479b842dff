package org.kitstream.api.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The JSON in what kits send. */
final class KitJson {

  private static final ObjectReader READER =
      new ObjectMapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private KitJson() {}

  static boolean isAny(String text) {
    return !parsed(text).isMissingNode();
  }

  static boolean isObject(String text) {
    return parsed(text).isObject();
  }

  private static JsonNode parsed(String text) {
    try {
      return READER.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
