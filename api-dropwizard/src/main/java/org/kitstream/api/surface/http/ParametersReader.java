package org.kitstream.api.surface.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.kitstream.api.failure.Failure;

/**
 * Reads the parameters of every request, before credentials are looked at, which may be among them.
 * A form or JSON body is read whole, within a bound, and stays readable; any other body is left
 * alone.
 */
@Priority(Priorities.AUTHENTICATION - 100)
public final class ParametersReader implements ContainerRequestFilter {

  private static final String PROPERTY = "org.kitstream.parameters";

  private static final String LIST_SUFFIX = "[]";

  private final ObjectReader json;
  private final int maxBodyBytes;

  /**
   * @param json reads any JSON into a tree, and nothing after it
   */
  public ParametersReader(ObjectReader json, int maxBodyBytes) {
    this.json = json;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    Map<String, JsonNode> values = query(request);
    MediaType type = request.getMediaType();
    if (type != null && request.hasEntity()) {
      if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
        addForm(values, body(request, maxBodyBytes));
      } else if (isJson(type)) {
        addJson(values, body(request, maxBodyBytes));
      }
    }
    request.setProperty(PROPERTY, values);
  }

  /**
   * What a request gave, for one who says what it reads: what its query says, if it was refused
   * before its parameters were read.
   */
  @SuppressWarnings("unchecked") // nobody else sets the property
  static Parameters given(ContainerRequestContext request, AnnotatedElement reader) {
    Object read = request.getProperty(PROPERTY);
    Map<String, JsonNode> values = read == null ? query(request) : (Map<String, JsonNode>) read;
    return new Parameters(values, Declared.by(reader));
  }

  /** Adds what a reader of other bodies found in one. */
  @SuppressWarnings("unchecked") // nobody else sets the property
  static void add(ContainerRequestContext request, String name, String text) {
    Object read = Objects.requireNonNull(request.getProperty(PROPERTY));
    add((Map<String, JsonNode>) read, name, text);
  }

  /** Whether a request came so far that its parameters were read. */
  static boolean hasRead(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) != null;
  }

  private static Map<String, JsonNode> query(ContainerRequestContext request) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    addAll(values, request.getUriInfo().getQueryParameters());
    return values;
  }

  private static boolean isJson(MediaType type) {
    return MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
        || type.getSubtype().endsWith("+json");
  }

  /** The whole body, which stays readable. */
  static byte[] body(ContainerRequestContext request, int maxBodyBytes) throws IOException {
    byte[] body = request.getEntityStream().readNBytes(maxBodyBytes + 1);
    if (body.length > maxBodyBytes) {
      throw new Failure.BodyTooLarge(maxBodyBytes);
    }
    request.setEntityStream(new ByteArrayInputStream(body));
    return body;
  }

  private static void addAll(Map<String, JsonNode> values, MultivaluedMap<String, String> given) {
    given.forEach((name, all) -> all.forEach(text -> add(values, name, text)));
  }

  /** The last of a name counts, unless the name says by {@code []} that it is a list. */
  private static void add(Map<String, JsonNode> values, String name, String text) {
    if (name.endsWith(LIST_SUFFIX)) {
      String list = name.substring(0, name.length() - LIST_SUFFIX.length());
      if (values.computeIfAbsent(list, key -> JsonNodeFactory.instance.arrayNode())
          instanceof ArrayNode array) {
        array.add(text);
      }
    } else {
      values.put(name, TextNode.valueOf(text));
    }
  }

  private static void addForm(Map<String, JsonNode> values, byte[] body) {
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!name.isEmpty()) {
        add(values, decoded(name), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Failure.BadRequest("The form cannot be decoded");
    }
  }

  private void addJson(Map<String, JsonNode> values, byte[] body) throws IOException {
    try {
      for (Map.Entry<String, JsonNode> member : json.readTree(body).properties()) {
        values.put(member.getKey(), member.getValue());
      }
    } catch (JsonProcessingException e) {
      throw new Failure.BadRequest("The body is not valid JSON");
    }
  }
}
