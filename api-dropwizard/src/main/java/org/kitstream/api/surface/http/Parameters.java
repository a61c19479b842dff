package org.kitstream.api.surface.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;

/**
 * The parameters of a request, from its query, its form or its JSON body alike; of one name given
 * twice, the body's counts. A parameter can be absent, null or a value, and an update has to tell
 * these apart: hence the methods that take what holds when it is absent. Immutable.
 */
public final class Parameters {

  private static final Set<String> TRUE = Set.of("true", "t", "1", "on", "yes");

  private final Map<String, JsonNode> values;

  Parameters(Map<String, JsonNode> values) {
    this.values = values;
  }

  /** Whether the parameter was given, if only as null. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The parameter's text; null when it is absent, null or no single value. */
  public @Nullable String text(String name) {
    return text(name, null);
  }

  /** As {@link #text(String)}, but {@code otherwise} when it is absent. */
  public @Nullable String text(String name, @Nullable String otherwise) {
    JsonNode value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    return value.isNull() || !value.isValueNode() ? null : storable(name, value.asText());
  }

  /** As {@link #text(String, String)}, with null for a text of nothing but spaces. */
  public @Nullable String presentText(String name, @Nullable String otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    String text = text(name);
    return text == null || text.isBlank() ? null : text;
  }

  /**
   * The number; null when it is null or blank.
   *
   * @throws Failure.Invalid if it is something else
   */
  public @Nullable Double number(String name, @Nullable Double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    String text = presentText(name, null);
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

  /**
   * The whole number; null when it is null or blank.
   *
   * @throws Failure.Invalid if it is something else
   */
  public @Nullable Integer integer(String name, @Nullable Integer otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    String text = presentText(name, null);
    return text == null ? null : wholeNumber(name, text.trim());
  }

  /** Whether it is one of the words and numbers that mean yes. */
  public boolean flag(String name, boolean otherwise) {
    String text = text(name, null);
    return text == null ? otherwise : TRUE.contains(text.trim().toLowerCase(Locale.ROOT));
  }

  /** The parameter as JSON text; {@code otherwise} unless it is an object. */
  public String objectText(String name, String otherwise) {
    JsonNode value = values.get(name);
    return value != null && value.isObject() ? storable(name, value.toString()) : otherwise;
  }

  /**
   * The whole numbers of a list; {@code otherwise} when it is absent. A single one is a list too.
   *
   * @throws Failure.Invalid if one is something else
   */
  public @Nullable List<Integer> integers(String name, @Nullable List<Integer> otherwise) {
    JsonNode value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      String text = one.asText().trim();
      if (!text.isEmpty() && !one.isNull()) {
        numbers.add(wholeNumber(name, text));
      }
    }
    return numbers;
  }

  private static Integer wholeNumber(String name, String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw Failure.Invalid.of(name, Violations.NOT_A_NUMBER);
    }
  }

  /** The members of a parameter that is an object, or was given as {@code name[member]}. */
  public Optional<Parameters> object(String name) {
    JsonNode value = values.get(name);
    Map<String, JsonNode> members = new LinkedHashMap<>();
    if (value != null && value.isObject()) {
      value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    }
    String prefix = name + '[';
    values.forEach(
        (given, member) -> {
          if (given.startsWith(prefix) && given.endsWith("]")) {
            members.put(given.substring(prefix.length(), given.length() - 1), member);
          }
        });
    return members.isEmpty() ? Optional.empty() : Optional.of(new Parameters(members));
  }

  /** The names of all parameters. */
  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** All parameters as they were given. */
  public Map<String, JsonNode> all() {
    return Collections.unmodifiableMap(values);
  }

  /** All single values as text, each in a list of one. */
  public Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (String name : values.keySet()) {
      String text = text(name);
      if (text != null) {
        texts.put(name, List.of(text));
      }
    }
    return texts;
  }

  /**
   * The single values of a parameter that is a list, or of one that is not; others are left out.
   */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    JsonNode value = values.get(name);
    if (value != null) {
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        if (one.isValueNode() && !one.isNull()) {
          texts.add(storable(name, one.asText()));
        }
      }
    }
    return texts;
  }

  /** PostgreSQL cannot store these, and nobody means them. */
  private static String storable(String name, String text) {
    boolean storable =
        text.indexOf('\0') < 0
            && text.codePoints()
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (!storable) {
      throw new Failure.BadRequest("The parameter " + name + " is not valid text");
    }
    return text;
  }
}
