package org.kitstream.api.surface.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glassfish.jersey.model.Parameter.Source;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.kitstream.api.surface.http.Declared;
import org.kitstream.api.surface.http.ErrorBody;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Refuses;

/**
 * Describes how methods answer. What can go wrong is told from what a method takes: a path can lead
 * nowhere, parameters can be wrong, and who has to be known can be unknown.
 */
final class Responses {

  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;
  private static final Map<Integer, String> MEANINGS =
      Map.of(
          304,
          "As it was when you had it.",
          BAD_REQUEST,
          "A parameter is missing or cannot be understood.",
          401,
          "Who asks is not known.",
          403,
          "Who asks may not do this.",
          404,
          "It does not exist.",
          TOO_LARGE,
          "The body is too long.",
          UNPROCESSABLE,
          "Values are wrong; errors says which, by field.",
          TOO_MANY,
          "Too many requests; Retry-After says for how many seconds.",
          500,
          "A fault of the server.",
          503,
          "Not now.");
  private static final Set<Integer> ALWAYS = Set.of(BAD_REQUEST, TOO_LARGE, TOO_MANY, 500);

  private final Schemas schemas;

  Responses(Schemas schemas) {
    this.schemas = schemas;
  }

  ObjectNode of(ResourceMethod method) {
    ObjectNode responses = JsonNodeFactory.instance.objectNode();
    addSuccess(responses, method);
    refusals(method)
        .forEach(
            (status, with) -> {
              ObjectNode response =
                  responses
                      .putObject(Integer.toString(status))
                      .put("description", MEANINGS.getOrDefault(status, "Refused."));
              String type =
                  with == String.class ? textType(status, method) : MediaType.APPLICATION_JSON;
              if (with != Void.class) {
                addContent(response, type, schemas.of(with));
              }
            });
    return responses;
  }

  private void addSuccess(ObjectNode responses, ResourceMethod method) {
    Gives gives = method.getInvocable().getHandlingMethod().getAnnotation(Gives.class);
    if (gives == null) {
      throw new IllegalStateException(
          method.getInvocable().getHandlingMethod() + " does not say what it @Gives");
    }
    ObjectNode response =
        responses.putObject(Integer.toString(gives.status())).put("description", "Done.");
    if (gives.value() != Void.class) {
      addContent(response, mediaType(method), schema(gives));
    }
    if (gives.orStatus() != 0) {
      ObjectNode other =
          responses.putObject(Integer.toString(gives.orStatus())).put("description", "Done.");
      addContent(other, mediaType(method), schemas.of(gives.or()));
    }
  }

  private ObjectNode schema(Gives gives) {
    ObjectNode one = schemas.of(gives.value());
    ObjectNode usual = gives.list() ? Schemas.typed("array").set("items", one) : one;
    return gives.or() == void.class || gives.orStatus() != 0
        ? usual
        : Schemas.either(Stream.of(usual, schemas.of(gives.or())));
  }

  private static Map<Integer, Class<?>> refusals(ResourceMethod method) {
    Map<Integer, Class<?>> refusals = new TreeMap<>();
    ALWAYS.forEach(status -> refusals.put(status, ErrorBody.class));
    refusals.put(TOO_MANY, String.class);
    Method handler = method.getInvocable().getHandlingMethod();
    if (knowsCaller(handler)) {
      Stream.of(401, 403).forEach(status -> refusals.put(status, ErrorBody.class));
    }
    if (hasPathParameter(method)) {
      refusals.put(404, ErrorBody.class);
    }
    if (!Declared.by(handler).all().isEmpty()) {
      refusals.put(UNPROCESSABLE, ErrorBody.class);
    }
    for (Refuses one : handler.getAnnotationsByType(Refuses.class)) {
      refusals.put(one.status(), one.with());
    }
    return refusals;
  }

  private static boolean knowsCaller(Method handler) {
    return Arrays.stream(handler.getParameterAnnotations())
        .flatMap(Stream::of)
        .anyMatch(Auth.class::isInstance);
  }

  private static boolean hasPathParameter(ResourceMethod method) {
    return method.getInvocable().getParameters().stream()
        .anyMatch(one -> one.getSource() == Source.PATH);
  }

  /** What a method answers with, without its parameters; JSON unless it says otherwise. */
  static String mediaType(ResourceMethod method) {
    return method.getProducedTypes().stream()
        .map(type -> type.getType() + '/' + type.getSubtype())
        .findFirst()
        .orElse(MediaType.APPLICATION_JSON);
  }

  private static String textType(int status, ResourceMethod method) {
    return status == TOO_MANY ? MediaType.TEXT_PLAIN : mediaType(method);
  }

  private static void addContent(ObjectNode response, String type, ObjectNode schema) {
    response.putObject("content").putObject(type).set("schema", schema);
  }
}
