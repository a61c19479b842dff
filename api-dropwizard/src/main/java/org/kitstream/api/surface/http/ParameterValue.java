package org.kitstream.api.surface.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;

/** The value of one parameter, which can be null. What it should not be is refused by name. */
record ParameterValue(String name, JsonNode value) {

  private static final Set<String> YES = Set.of("true", "t", "1", "on", "yes", "y");
  private static final Set<String> NO = Set.of("false", "f", "0", "off", "no", "n");

  /** The text; null for null. */
  @Nullable String text() {
    if (value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw new Failure.BadRequest("The parameter " + name + " is not a single value");
    }
    return storable(value.asText());
  }

  /** The text; null if there is nothing but spaces in it. */
  @Nullable String presentText() {
    String text = text();
    return text == null || text.isBlank() ? null : text;
  }

  @Nullable Double number() {
    String text = presentText();
    if (text == null) {
      return null;
    }
    try {
      double number = new BigDecimal(text.trim()).doubleValue();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number that is too large
    }
    throw Failure.Invalid.of(name, Violations.NOT_A_NUMBER);
  }

  @Nullable Integer integer() {
    String text = presentText();
    return text == null ? null : wholeNumber(text.trim());
  }

  /** Null if it is null or blank. */
  @Nullable Boolean flag() {
    String text = presentText();
    if (text == null) {
      return null;
    }
    String word = text.trim().toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw Failure.Invalid.of(name, Violations.NOT_INCLUDED);
    }
    return YES.contains(word);
  }

  /** The whole numbers of a list; a single one is a list too. */
  List<Integer> integers() {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      String text = new ParameterValue(name, one).presentText();
      if (text != null) {
        numbers.add(wholeNumber(text.trim()));
      }
    }
    return numbers;
  }

  /** The single values of a list, or a single one; others are left out. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      if (one.isValueNode() && !one.isNull()) {
        texts.add(storable(one.asText()));
      }
    }
    return texts;
  }

  /** The JSON text of an object; null for null and for nothing. */
  @Nullable String objectText() {
    requireObject();
    if (!value.isObject()) {
      return null;
    }
    String text = value.toString();
    if (text.contains("\\u0000")) {
      throw invalidText();
    }
    return storable(text);
  }

  /** The members of an object; none for null and for nothing. */
  Map<String, JsonNode> members() {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  /** Refuses what is neither an object nor nothing. */
  void requireObject() {
    if (!value.isObject() && (value.isArray() || presentText() != null)) {
      throw Failure.Invalid.of(name, Violations.INVALID);
    }
  }

  private Integer wholeNumber(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw Failure.Invalid.of(name, Violations.NOT_A_NUMBER);
    }
  }

  /** PostgreSQL cannot store the others, and nobody means them. */
  private String storable(String text) {
    boolean storable =
        text.indexOf('\0') < 0
            && text.codePoints()
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (!storable) {
      throw invalidText();
    }
    return text;
  }

  private Failure invalidText() {
    return new Failure.BadRequest("The parameter " + name + " is not valid text");
  }
}
