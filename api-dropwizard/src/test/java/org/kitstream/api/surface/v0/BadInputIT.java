package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kitstream.api.surface.v0.Described.Operation;
import org.kitstream.api.surface.v0.Requests.Request;

/**
 * Every parameter of every operation that is described, with every kind of bad value, in a request
 * that is right otherwise: a 4xx that names the parameter, never a 5xx. Where the contract wants
 * something else, {@link Tolerated} says so. The caller is an admin, so that nothing stops at the
 * door.
 */
class BadInputIT {

  private static final int URI_TOO_LONG = 414;
  private static final Requests REQUESTS = new Requests(People.newAdmin("sufferer"));
  private static final Map<String, Object> VALUES = values();
  private static final long SEED = 1_616;
  private static final String FILTERED_IN_FULL = "GET /v0/experiments";

  /** What all operations take, read by one piece of code, and where it is tried. */
  private static final Set<String> CONVENTIONS =
      Set.of("pretty", "callback", "access_token", "bearer_token", "page", "per_page");

  private static final Set<String> WITH_CONVENTIONS =
      Set.of("GET /v0/kits", "GET /v0/devices/{id}", "POST /v0/experiments", "PATCH /v0/me");

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

  @Test
  void everyBadValueIsRefusedByName() {
    assertThat(Described.operations().parallelStream().flatMap(BadInputIT::wrongAnswers))
        .as("with the seed %d", SEED)
        .isEmpty();
  }

  @Test
  void aPathThatLeadsNowhereIsNotFound() {
    assertThat(Described.operations().parallelStream().flatMap(BadInputIT::wrongWays)).isEmpty();
  }

  private static Stream<String> wrongAnswers(Operation operation) {
    Map<String, JsonNode> parameters = parameters(operation);
    if (parameters.isEmpty()) {
      return Stream.empty();
    }
    List<String> wrong = new ArrayList<>();
    Request valid = REQUESTS.valid(operation);
    for (Map.Entry<String, JsonNode> parameter : parameters.entrySet()) {
      for (String value : tried(operation, parameter.getKey())) {
        Http.Answer answer = valid.with(parameter.getKey(), VALUES.get(value)).send();
        if (answer.status() < 400 && Requests.isSpent(operation)) {
          valid = REQUESTS.valid(operation);
        }
        if (!isRight(operation, parameter, value, answer)) {
          wrong.add(
              "%s %s=%s: %d %s"
                  .formatted(operation, parameter.getKey(), value, answer.status(), body(answer)));
        }
      }
    }
    return wrong.stream();
  }

  private static Stream<String> wrongWays(Operation operation) {
    if (!operation.path().contains("{")) {
      return Stream.empty();
    }
    return VALUES.values().stream()
        .filter(value -> value instanceof String text && text.length() < 1_000)
        .map(value -> Map.entry(value, REQUESTS.of(operation, "" + value).send()))
        .filter(tried -> tried.getValue().status() < 400 || tried.getValue().status() >= 500)
        .map(tried -> operation + " " + tried.getKey() + ": " + tried.getValue().status());
  }

  /**
   * The kinds of value to try: all of them, but for the many attributes of filters, which are read
   * by the same code. Which two of the kinds these get is drawn by lot, the same for the same seed;
   * one list gets all.
   */
  private static List<String> tried(Operation operation, String name) {
    List<String> kinds = new ArrayList<>(VALUES.keySet());
    if (!name.startsWith("q[") || operation.toString().equals(FILTERED_IN_FULL)) {
      return kinds;
    }
    Collections.shuffle(kinds, new Random(SEED + (operation + name).hashCode()));
    return kinds.subList(0, 2);
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
    return answer.status() == URI_TOO_LONG // the server refuses it before us
        || answer.raw().body().contains(innermost(name))
        || Tolerated.mayBeUnnamed(operation, name, answer.json());
  }

  /** Names as they are sent, with what their values are; members of objects too. */
  private static Map<String, JsonNode> parameters(Operation operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode one : operation.parameters()) {
      if (one.path("in").asText().equals("query") && isTriedHere(operation, one)) {
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

  private static boolean isTriedHere(Operation operation, JsonNode parameter) {
    return WITH_CONVENTIONS.contains(operation.toString())
        || !CONVENTIONS.contains(parameter.path("name").asText());
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

  private static String body(Http.Answer answer) {
    String text = answer.raw().body();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
