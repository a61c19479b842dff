package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Holds JSON against those parts of JSON Schema that the description of the api uses. */
record SchemaCheck(JsonNode api) {

  private static final Map<String, Pattern> FORMATS =
      Map.of(
          "date-time", Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z"),
          "uuid", Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"));

  /** What does not fit; empty if all does. */
  List<String> problems(JsonNode schema, JsonNode value, String where) {
    if (schema.has("$ref")) {
      return problems(api.at(schema.path("$ref").asText().substring(1)), value, where);
    }
    if (schema.has("anyOf")) {
      return ofAny(schema.path("anyOf"), value, where);
    }
    String type = schema.path("type").asText("");
    if (!isOf(type, value)) {
      return List.of(where + " is no " + type + " but " + value);
    }
    return switch (type) {
      case "object" -> ofObject(schema, value, where);
      case "array" -> ofArray(schema, value, where);
      case "string" -> ofText(schema, value, where);
      default -> List.of();
    };
  }

  private List<String> ofAny(JsonNode schemas, JsonNode value, String where) {
    List<String> all = new ArrayList<>();
    for (JsonNode one : schemas) {
      List<String> problems = problems(one, value, where);
      if (problems.isEmpty()) {
        return problems;
      }
      all.addAll(problems);
    }
    return all;
  }

  private List<String> ofObject(JsonNode schema, JsonNode value, String where) {
    List<String> problems = new ArrayList<>();
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                problems.add(where + " lacks " + name);
              }
            });
    boolean open = schema.has("additionalProperties") || !schema.has("properties");
    JsonNode others = schema.path("additionalProperties");
    value
        .properties()
        .forEach(
            member -> {
              JsonNode known = schema.path("properties").path(member.getKey());
              String there = where + '.' + member.getKey();
              if (known.isMissingNode() && !open) {
                problems.add(there + " is not described");
              }
              problems.addAll(
                  problems(known.isMissingNode() ? others : known, member.getValue(), there));
            });
    return problems;
  }

  private List<String> ofArray(JsonNode schema, JsonNode value, String where) {
    List<String> problems = new ArrayList<>();
    JsonNode first = schema.path("prefixItems");
    if (first.isArray() && value.size() != first.size()) {
      problems.add(where + " has not " + first.size() + " items: " + value);
    }
    for (int i = 0; i < value.size(); i++) {
      JsonNode item = first.isArray() ? first.path(i) : schema.path("items");
      problems.addAll(problems(item, value.path(i), where + '[' + i + ']'));
    }
    return problems;
  }

  private static List<String> ofText(JsonNode schema, JsonNode value, String where) {
    Pattern format = FORMATS.get(schema.path("format").asText());
    return format == null || format.matcher(value.asText()).matches()
        ? List.of()
        : List.of(where + " has another format: " + value);
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "" -> true;
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException(type);
    };
  }
}
