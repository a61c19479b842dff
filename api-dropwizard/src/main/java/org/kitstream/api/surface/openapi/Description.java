package org.kitstream.api.surface.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/** The api as an OpenAPI 3.1 document, read from its resource classes. */
final class Description {

  private final Schemas schemas = new Schemas();
  private final Responses responses = new Responses(schemas);
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
            "Every parameter may come in the query, in a form or in a JSON body, wherever it is"
                + " described here; unknown ones are ignored. PUT and PATCH are the same. Paths"
                + " without v0 mean v0.");
    document.set("paths", paths);
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas.all());
    components.set("securitySchemes", Security.schemes());
    document.set("security", Security.anyOrNone());
    return document;
  }

  private void add(String parent, Resource resource) {
    String path = (parent + '/' + resource.getPath()).replaceAll("/+", "/");
    for (ResourceMethod method : resource.getResourceMethods()) {
      ObjectNode item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
      item.set(
          method.getHttpMethod().toLowerCase(Locale.ROOT),
          new Operation(path, method, responses).described());
    }
    resource.getChildResources().forEach(child -> add(path, child));
  }
}
