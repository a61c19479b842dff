package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kitstream.api.surface.v0.Described.Operation;
import org.kitstream.api.surface.v0.Requests.Request;

/**
 * Every parameter of every operation that is described, with every kind of bad value, in a request
 * that is right otherwise: a 4xx that names the parameter, never a 5xx. Where the contract wants
 * something else, {@link Tolerated} says so. The caller is an admin, so that nothing stops at the
 * door.
 */
class BadInputIT {

  private static final Requests REQUESTS = new Requests(People.newAdmin("sufferer"));
  private static final Map<String, Object> VALUES = values();

  private static Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("word", "x");
    values.put("object", Map.of("a", List.of("b")));
    values.put("long", "long".repeat(2_560));
    values.put("sql", "' OR 1=1; DROP TABLE users; --");
    values.put("newline", "line\nbreak\r\n");
    values.put("emoji", "\uD83D\uDE00 \u202E");
    values.put("negative", "-1");
    values.put("nan", "NaN");
    values.put("huge", "9223372036854775808");
    values.put("nul", "a\u0000b");
    return values;
  }

  static List<Operation> operations() {
    return Described.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isRefusedByName(Operation operation) {
    SoftAssertions all = new SoftAssertions();
    Request valid = REQUESTS.valid(operation);
    for (Map.Entry<String, JsonNode> parameter : parameters(operation).entrySet()) {
      for (Map.Entry<String, Object> value : VALUES.entrySet()) {
        Http.Answer answer = valid.with(parameter.getKey(), value.getValue()).send();
        if (answer.status() < 400 && Requests.isSpent(operation)) {
          valid = REQUESTS.valid(operation);
        }
        String what =
            "%s %s=%s: %d %s"
                .formatted(
                    operation,
                    parameter.getKey(),
                    value.getKey(),
                    answer.status(),
                    abridged(answer.raw().body()));
        all.assertThat(isRight(operation, parameter, value.getKey(), answer)).as(what).isTrue();
      }
    }
    all.assertAll();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aPathThatLeadsNowhereIsNotFound(Operation operation) {
    if (!operation.path().contains("{")) {
      return;
    }
    for (Object value : VALUES.values()) {
      if (value instanceof String text && text.length() < 1_000) {
        Http.Answer answer = REQUESTS.valid(operation).at(text).send();
        assertThat(answer.status()).as(operation + " " + text).isBetween(400, 499);
      }
    }
  }

  private static boolean isRight(
      Operation operation,
      Map.Entry<String, JsonNode> parameter,
      String value,
      Http.Answer answer) {
    String name = parameter.getKey();
    if (answer.status() >= 500) {
      return false;
    }
    if (answer.status() < 400) {
      return Tolerated.mayBeTaken(operation, name) || Tolerated.isFit(parameter.getValue(), value);
    }
    return answer.raw().body().contains(innermost(name))
        || Tolerated.mayBeUnnamed(operation, name, answer.json());
  }

  /** Names as they are sent, with what their values are; members of objects too. */
  private static Map<String, JsonNode> parameters(Operation operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode one : operation.parameters()) {
      if (one.path("in").asText().equals("query")) {
        add(parameters, one.path("name").asText(), one.path("schema"));
      }
    }
    operation
        .body()
        .path("properties")
        .properties()
        .forEach(one -> add(parameters, one.getKey(), one.getValue()));
    return parameters;
  }

  private static void add(Map<String, JsonNode> parameters, String name, JsonNode schema) {
    parameters.put(name, schema);
    schema
        .path("properties")
        .properties()
        .forEach(one -> add(parameters, name + '[' + one.getKey() + ']', one.getValue()));
    List<String> attributes = new ArrayList<>();
    schema.path("x-attributes").forEach(one -> attributes.add(one.asText()));
    schema.path("x-attributes-for-admins").forEach(one -> attributes.add(one.asText()));
    attributes.forEach(one -> parameters.put(name + '[' + one + "_eq]", schema));
  }

  private static String innermost(String name) {
    int bracket = name.lastIndexOf('[');
    return bracket < 0 ? name : name.substring(bracket + 1, name.length() - 1);
  }

  private static String abridged(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
