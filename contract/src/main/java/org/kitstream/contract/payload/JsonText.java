package org.kitstream.contract.payload;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/** JSON as kits write it. */
final class JsonText {

  private static final ObjectReader READER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private JsonText() {}

  /** The one JSON value that the payload is, bytes outside ASCII left out; empty if it is none. */
  static Optional<JsonNode> parse(byte[] payload) {
    try {
      JsonNode root = READER.readTree(AsciiText.reduce(payload));
      return Optional.of(root).filter(node -> !node.isMissingNode());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The finite number that a value is, or that its text is; empty if it is neither. */
  static OptionalDouble number(JsonNode value) {
    if (value.isNumber()) {
      double number = value.doubleValue();
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
    return value.isTextual() ? Decimal.parse(value.textValue().strip()) : OptionalDouble.empty();
  }
}
