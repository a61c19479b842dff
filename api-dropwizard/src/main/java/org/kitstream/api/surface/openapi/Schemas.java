package org.kitstream.api.surface.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.surface.http.AnyOf;

/**
 * Describes the records that answers are made of as JSON schemas, by how Jackson writes them here:
 * snake_case, nothing left out, null only where the code says {@code @Nullable}. Not thread-safe.
 */
final class Schemas {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final NamingBase NAMES = (NamingBase) PropertyNamingStrategies.SNAKE_CASE;

  private final ObjectNode byName = JSON.objectNode();

  /** All schemas that were referred to, by name. */
  ObjectNode all() {
    return byName;
  }

  /** The schema of a type; records are described once and referred to. */
  ObjectNode of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return Iterable.class.isAssignableFrom((Class<?>) generic.getRawType())
          ? typed("array").set("items", of(of[0]))
          : typed("object").set("additionalProperties", of(of[of.length - 1]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isSealed()) {
      return either(Arrays.stream(plain.getPermittedSubclasses()).map(this::of));
    }
    return plain.isRecord() ? record(plain) : simple(plain);
  }

  /** Of records, those that are written as arrays of their members aside. */
  private ObjectNode record(Class<?> type) {
    JsonFormat format = type.getAnnotation(JsonFormat.class);
    return format != null && format.shape() == JsonFormat.Shape.ARRAY
        ? Schemas.tuple(Arrays.stream(type.getRecordComponents()).map(this::described).toList())
        : reference(type);
  }

  private static ObjectNode tuple(List<ObjectNode> items) {
    ObjectNode tuple = typed("array").put("minItems", items.size()).put("items", false);
    tuple.putArray("prefixItems").addAll(items);
    return tuple;
  }

  /** What fits one of these. */
  static ObjectNode either(Stream<ObjectNode> schemas) {
    ObjectNode either = JSON.objectNode();
    either.putArray("anyOf").addAll(schemas.toList());
    return either;
  }

  private static ObjectNode simple(Class<?> type) {
    if (type == String.class || type.isEnum()) {
      return typed("string");
    }
    if (type == Void.class) {
      return typed("null");
    }
    if (type == UUID.class || type == Instant.class) {
      return typed("string").put("format", type == UUID.class ? "uuid" : "date-time");
    }
    if (type == boolean.class || type == Boolean.class) {
      return typed("boolean");
    }
    if (type == double.class || Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return typed(isWhole(type) ? "integer" : "number");
    }
    return Map.class.isAssignableFrom(type) ? typed("object") : JSON.objectNode();
  }

  private static boolean isWhole(Class<?> type) {
    return type == int.class || type == long.class || type == Integer.class || type == Long.class;
  }

  private ObjectNode reference(Class<?> type) {
    String name = name(type);
    if (!byName.has(name)) {
      ObjectNode schema = typed("object");
      byName.set(name, schema);
      ObjectNode properties = schema.putObject("properties");
      schema.putArray("required");
      addProperties(type, properties, schema);
    }
    return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private void addProperties(Class<?> type, ObjectNode properties, ObjectNode schema) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
        schema.put("additionalProperties", true);
      } else if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        addProperties(component.getType(), properties, schema);
      } else {
        String property = property(component);
        properties.set(property, described(component));
        if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
          schema.withArray("required").add(property);
        }
      }
    }
  }

  private static String property(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? NAMES.translate(component.getName()) : named.value();
  }

  private ObjectNode described(RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return nullable ? orNull(notNull(component)) : notNull(component);
  }

  private ObjectNode notNull(RecordComponent component) {
    AnyOf types = component.getAccessor().getAnnotation(AnyOf.class);
    if (types != null) {
      return either(Arrays.stream(types.value()).map(this::of));
    }
    boolean raw = component.getAccessor().isAnnotationPresent(JsonRawValue.class);
    return raw ? typed("object") : of(component.getGenericType());
  }

  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.isEmpty()) {
      return schema;
    }
    return either(Stream.of(schema, typed("null")));
  }

  static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    String own = type.getSimpleName().replaceFirst("Json$", "");
    return outer == null ? own : name(outer) + own;
  }
}
