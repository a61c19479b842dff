package org.kitstream.api.surface.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.surface.http.ErrorBody;
import org.kitstream.api.surface.http.Gives;

/** The api as an OpenAPI 3.1 document, read from its resource classes. */
final class Description {

  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)[^}]*}");

  private final Schemas schemas = new Schemas();
  private final ObjectNode paths = JsonNodeFactory.instance.objectNode();

  private Description() {}

  /** The document for these resource classes. */
  static ObjectNode of(Collection<Class<?>> resources) {
    Description description = new Description();
    resources.stream().map(Resource::from).forEach(one -> description.add("", one));
    return description.document();
  }

  private ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Kitstream")
        .put("version", "v0")
        .put(
            "description",
            "Parameters come as query, form or JSON body alike; PUT and PATCH are the same. Lists"
                + " take page, per_page and, where it says so in the documentation, q[...].");
    document.set("paths", paths);
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas.all());
    ObjectNode ways = components.putObject("securitySchemes");
    ways.putObject("bearer").put("type", "http").put("scheme", "bearer");
    ways.putObject("basic").put("type", "http").put("scheme", "basic");
    ArrayNode security = document.putArray("security");
    security.addObject();
    List.of("bearer", "basic").forEach(way -> security.addObject().putArray(way));
    return document;
  }

  private void add(String parent, Resource resource) {
    String path = (parent + '/' + resource.getPath()).replaceAll("/+", "/");
    for (ResourceMethod method : resource.getResourceMethods()) {
      ObjectNode item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
      item.set(method.getHttpMethod().toLowerCase(Locale.ROOT), operation(path, method));
    }
    resource.getChildResources().forEach(child -> add(path, child));
  }

  private ObjectNode operation(String path, ResourceMethod method) {
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.putArray("tags").add(path.replaceFirst("^/v0/?", "").replaceFirst("/.*", ""));
    ArrayNode parameters = operation.putArray("parameters");
    Matcher matcher = PATH_PARAMETER.matcher(path);
    while (matcher.find()) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", matcher.group(1)).put("in", "path").put("required", true);
      parameter.putObject("schema").put("type", "string");
    }
    ObjectNode responses = operation.putObject("responses");
    addSuccess(responses, method.getInvocable().getHandlingMethod().getAnnotation(Gives.class));
    content(responses.putObject("default").put("description", "refused"))
        .set("schema", schemas.of(ErrorBody.class));
    return operation;
  }

  private void addSuccess(ObjectNode responses, @Nullable Gives gives) {
    if (gives == null) {
      responses.putObject("2XX").put("description", "done");
      return;
    }
    ObjectNode schema = schemas.of(gives.value());
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
    content(responses.putObject(Integer.toString(gives.status())).put("description", "done"))
        .set("schema", gives.list() ? list.set("items", schema) : schema);
  }

  private static ObjectNode content(ObjectNode response) {
    return response.putObject("content").putObject("application/json");
  }
}
