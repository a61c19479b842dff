package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Holds JSON against those parts of JSON Schema that the description of the api uses. */
record SchemaCheck(JsonNode api) {

  void check(JsonNode schema, JsonNode value, String where) {
    if (schema.has("$ref")) {
      check(api.at(schema.path("$ref").asText().substring(1)), value, where);
    } else if (schema.has("anyOf")) {
      check(value.isNull() ? schema.at("/anyOf/1") : schema.at("/anyOf/0"), value, where);
    } else if (schema.has("type")) {
      assertThat(isOf(schema.path("type").asText(), value)).as(where + ": " + value).isTrue();
      checkInside(schema, value, where);
    }
  }

  private void checkInside(JsonNode schema, JsonNode value, String where) {
    if (value.isArray()) {
      value.forEach(item -> check(schema.path("items"), item, where + "[]"));
    }
    if (value.isObject() && schema.has("properties")) {
      Set<String> known = names(schema.path("properties"));
      Set<String> given = names(value);
      schema.path("required").forEach(name -> assertThat(given).as(where).contains(name.asText()));
      if (!schema.path("additionalProperties").asBoolean()) {
        assertThat(known).as(where).containsAll(given);
      }
      schema.path("properties").properties().stream()
          .filter(property -> given.contains(property.getKey()))
          .forEach(
              property ->
                  check(
                      property.getValue(),
                      value.path(property.getKey()),
                      where + '.' + property.getKey()));
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
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

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
