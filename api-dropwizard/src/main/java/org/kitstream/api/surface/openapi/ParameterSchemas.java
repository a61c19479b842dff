package org.kitstream.api.surface.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;
import org.kitstream.api.filters.Filterable;
import org.kitstream.api.surface.http.Declared;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameter;

/** Describes what methods take as JSON schemas. */
final class ParameterSchemas {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ParameterSchemas() {}

  /** All parameters as one object: a body. */
  static ObjectNode body(Collection<Parameter> parameters) {
    ObjectNode body = Schemas.typed("object");
    ObjectNode properties = body.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (Parameter one : parameters) {
      properties.set(one.name(), of(one).put("description", one.about()));
      if (one.required()) {
        required.add(one.name());
      }
    }
    return required.isEmpty() ? body : body.set("required", required);
  }

  /** One parameter's values. */
  static ObjectNode of(Parameter parameter) {
    ObjectNode schema = plain(parameter);
    if (!parameter.oneOf().isEmpty()) {
      parameter.oneOf().forEach(schema.withArray("enum")::add);
    }
    return schema;
  }

  private static ObjectNode plain(Parameter parameter) {
    Declared members = parameter.members();
    Filterable filters = parameter.filters();
    if (members != null) {
      return body(members.all());
    }
    if (filters != null) {
      return filters(filters);
    }
    return switch (parameter.kind()) {
      case TEXT -> Schemas.typed("string");
      case TIME -> Schemas.typed("string").put("format", "date-time");
      case INTEGER -> Schemas.typed("integer").put("format", "int32");
      case INTEGERS -> Schemas.typed("array").set("items", Schemas.typed("integer"));
      case NUMBER -> Schemas.typed("number");
      case FLAG -> Schemas.typed("boolean");
      case OBJECT, FILTERS -> Schemas.typed("object");
    };
  }

  /** How an object is written into a query, if that is what it is. */
  static void addStyle(Parameter parameter, ObjectNode described) {
    if (parameter.kind() == Kind.OBJECT || parameter.kind() == Kind.FILTERS) {
      described.put("style", "deepObject").put("explode", true);
    }
  }

  private static ObjectNode filters(Filterable list) {
    ObjectNode schema = Schemas.typed("object");
    Set<String> everybodys = list.attributes(false);
    everybodys.forEach(schema.withArray("x-attributes")::add);
    list.attributes(true).stream()
        .filter(name -> !everybodys.contains(name))
        .forEach(schema.withArray("x-attributes-for-admins")::add);
    Filterable.predicates().forEach(schema.withArray("x-predicates")::add);
    schema.putObject("propertyNames").put("pattern", keys(list));
    return schema;
  }

  private static String keys(Filterable list) {
    String attribute = either(list.attributes(true));
    return "^(s|sort|sorts|%s(_(or|and)_%s)*_%s(_(any|all))?)$"
        .formatted(attribute, attribute, either(Filterable.predicates()));
  }

  private static String either(Collection<String> names) {
    return '(' + String.join("|", names) + ')';
  }
}
