package org.kitstream.api.surface.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;

/**
 * The parameters of a request, from its query, its form or its JSON body alike; of one name given
 * twice, the body's counts. A parameter can be absent, null or a value, and an update has to tell
 * these apart: hence the methods that take what holds when it is absent. Immutable.
 *
 * <p>Only what the reader declares with {@link Takes} can be read, and only as what it is declared
 * to be; anything else is an {@link IllegalStateException}, whatever the request holds.
 */
public final class Parameters {

  private final Map<String, JsonNode> values;
  private final Declared declared;

  Parameters(Map<String, JsonNode> values, Declared declared) {
    this.values = values;
    this.declared = declared;
  }

  /** The same parameters for another reader. */
  Parameters as(Declared reader) {
    return new Parameters(values, reader);
  }

  /** Whether the parameter was given, if only as null. */
  public boolean has(String name) {
    declared.require(name);
    return values.containsKey(name);
  }

  /** The parameter's text; null when it is absent or null. */
  public @Nullable String text(String name) {
    return text(name, null);
  }

  /**
   * As {@link #text(String)}, but {@code otherwise} when it is absent.
   *
   * @throws Failure.BadRequest if it is no single value
   */
  public @Nullable String text(String name, @Nullable String otherwise) {
    ParameterValue value = value(name);
    return value == null ? otherwise : value.text();
  }

  /** As {@link #text(String, String)}, with null for a text of nothing but spaces. */
  public @Nullable String presentText(String name, @Nullable String otherwise) {
    ParameterValue value = value(name);
    return value == null ? otherwise : value.presentText();
  }

  /**
   * The number; null when it is null or blank.
   *
   * @throws Failure.Invalid if it is something else
   */
  public @Nullable Double number(String name, @Nullable Double otherwise) {
    ParameterValue value = value(name, Kind.NUMBER);
    return value == null ? otherwise : value.number();
  }

  /**
   * The whole number; null when it is null or blank.
   *
   * @throws Failure.Invalid if it is something else
   */
  public @Nullable Integer integer(String name, @Nullable Integer otherwise) {
    ParameterValue value = value(name, Kind.INTEGER);
    return value == null ? otherwise : value.integer();
  }

  /**
   * Yes or no; {@code otherwise} when it is absent, null or blank.
   *
   * @throws Failure.Invalid if it means neither
   */
  public boolean flag(String name, boolean otherwise) {
    ParameterValue value = value(name, Kind.FLAG);
    Boolean flag = value == null ? null : value.flag();
    return flag == null ? otherwise : flag;
  }

  /**
   * The parameter as JSON text; {@code otherwise} when it is absent or null.
   *
   * @throws Failure.Invalid if it is no object
   */
  public String objectText(String name, String otherwise) {
    ParameterValue value = value(name, Kind.OBJECT);
    String text = value == null ? null : value.objectText();
    return text == null ? otherwise : text;
  }

  /**
   * The whole numbers of a list; {@code otherwise} when it is absent. A single one is a list too.
   *
   * @throws Failure.Invalid if one is something else
   */
  public @Nullable List<Integer> integers(String name, @Nullable List<Integer> otherwise) {
    ParameterValue value = value(name, Kind.INTEGERS);
    return value == null ? otherwise : value.integers();
  }

  /**
   * The members of a parameter that is an object, or was given as {@code name[member]}.
   *
   * @throws Failure.Invalid if it is something else
   */
  public Optional<Parameters> object(String name) {
    ParameterValue value = value(name, Kind.OBJECT);
    if (value != null) {
      value.requireObject();
    }
    return membersOf(name);
  }

  /** The filters of a list; what are none is ignored. */
  public Optional<Parameters> filters(String name) {
    declared.require(name, Kind.FILTERS);
    return membersOf(name);
  }

  private Optional<Parameters> membersOf(String name) {
    JsonNode value = values.get(name);
    Map<String, JsonNode> members =
        value == null ? new LinkedHashMap<>() : new ParameterValue(name, value).members();
    String prefix = name + '[';
    values.forEach(
        (given, member) -> {
          if (given.startsWith(prefix) && given.endsWith("]")) {
            members.put(given.substring(prefix.length(), given.length() - 1), member);
          }
        });
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(new Parameters(members, declared.ofMembers(name)));
  }

  /** The names of all members of an object that is open. */
  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The members of an object that is open, as they were given. */
  public Map<String, JsonNode> members() {
    return Collections.unmodifiableMap(values);
  }

  /** All that was given of what is declared, as text, each in a list of one. */
  public Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Parameter one : declared.all()) {
      String text = text(one.name());
      if (text != null) {
        texts.put(one.name(), List.of(text));
      }
    }
    return texts;
  }

  /**
   * The single values of a parameter that is a list, or of one that is not; others are left out.
   */
  public List<String> texts(String name) {
    ParameterValue value = value(name);
    return value == null ? List.of() : value.texts();
  }

  private @Nullable ParameterValue value(String name, Kind... kinds) {
    declared.require(name, kinds);
    JsonNode value = values.get(name);
    return value == null ? null : new ParameterValue(name, value);
  }
}
