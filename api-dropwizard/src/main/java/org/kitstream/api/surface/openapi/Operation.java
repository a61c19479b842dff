package org.kitstream.api.surface.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.glassfish.jersey.model.Parameter.Source;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.kitstream.api.surface.http.Declared;
import org.kitstream.api.surface.http.Parameter;
import org.kitstream.api.surface.http.TakesBody;

/** Describes one method of a path: what it takes, gives, and refuses with. */
final class Operation {

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final String path;
  private final ResourceMethod method;
  private final Responses responses;

  Operation(String path, ResourceMethod method, Responses responses) {
    this.path = path;
    this.method = method;
    this.responses = responses;
  }

  ObjectNode described() {
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.putArray("tags").add(path.replaceFirst("^/v0/?", "").replaceFirst("/.*", ""));
    ArrayNode parameters = operation.putArray("parameters");
    method.getInvocable().getParameters().forEach(one -> addFromRequest(parameters, one));
    List<Parameter> inBody = declared().all().stream().filter(this::isInBody).toList();
    declared().all().stream()
        .filter(one -> !isInBody(one))
        .forEach(one -> addToQuery(parameters, one));
    if (!inBody.isEmpty()) {
      addBody(operation, inBody);
    }
    TakesBody raw = handler().getAnnotation(TakesBody.class);
    if (raw != null) {
      addRawBody(operation, raw);
    }
    if (answersJson()) {
      Declared.byConventions(handler()).forEach(one -> addToQuery(parameters, one));
    }
    operation.set("responses", responses.of(method));
    return operation;
  }

  private Method handler() {
    return method.getInvocable().getHandlingMethod();
  }

  private Declared declared() {
    return Declared.by(handler());
  }

  private boolean answersJson() {
    return Responses.mediaType(method).equals("application/json");
  }

  /** Of the path and the headers: the name in Java says what it is, such as idOrSlug. */
  private void addFromRequest(
      ArrayNode parameters, org.glassfish.jersey.server.model.Parameter read) {
    Source source = read.getSource();
    if (source == Source.PATH || source == Source.HEADER || source == Source.COOKIE) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", read.getSourceName());
      parameter.put("in", source.name().toLowerCase(Locale.ROOT));
      parameter.put("required", source == Source.PATH);
      parameter.put("description", about(read));
      parameter.set("schema", Schemas.typed("string"));
    }
  }

  private String about(org.glassfish.jersey.server.model.Parameter read) {
    int position = method.getInvocable().getParameters().indexOf(read);
    String name = handler().getParameters()[position].getName();
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static void addToQuery(ArrayNode parameters, Parameter one) {
    ObjectNode parameter = parameters.addObject();
    parameter.put("name", one.name()).put("in", "query").put("required", one.required());
    parameter.put("description", one.about());
    ParameterSchemas.addStyle(one, parameter);
    parameter.set("schema", ParameterSchemas.of(one));
  }

  private boolean isInBody(Parameter one) {
    return WITH_BODY.contains(method.getHttpMethod()) && !one.inQuery();
  }

  private void addBody(ObjectNode operation, List<Parameter> inBody) {
    ObjectNode schema = ParameterSchemas.body(inBody);
    ObjectNode content = operation.putObject("requestBody").putObject("content");
    if (!readsBodyItself()) {
      content.putObject(MediaType.APPLICATION_JSON).set("schema", schema);
    }
    content.putObject(MediaType.APPLICATION_FORM_URLENCODED).set("schema", schema);
  }

  private static void addRawBody(ObjectNode operation, TakesBody raw) {
    ObjectNode body = operation.withObject("/requestBody").put("description", raw.about());
    ObjectNode content = body.withObject("/content");
    for (String type : raw.value()) {
      content.putObject(type);
    }
  }

  /** As the OAuth library does, which knows forms alone. */
  private boolean readsBodyItself() {
    return method.getInvocable().getParameters().stream()
        .anyMatch(one -> one.getSource() == Source.ENTITY);
  }
}
