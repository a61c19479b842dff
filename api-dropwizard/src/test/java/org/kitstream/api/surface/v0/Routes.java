package org.kitstream.api.surface.v0;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Resource;

/**
 * Every method and path that the surfaces serve, as Jersey reads them from the resource classes.
 */
final class Routes {

  private Routes() {}

  /** Such as {@code GET /v0/devices/{id}}. */
  static Set<String> all() {
    Set<String> routes = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.kitstream.api.surface")
            .stream()
            .filter(one -> one.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .map(Resource::from)
            .forEach(resource -> add(routes, "", resource));
    return routes;
  }

  private static void add(Set<String> routes, String parent, Resource resource) {
    String path = (parent + '/' + resource.getPath()).replaceAll("/+", "/");
    resource
        .getResourceMethods()
        .forEach(method -> routes.add(method.getHttpMethod() + ' ' + path));
    resource.getChildResources().forEach(child -> add(routes, path, child));
  }
}
