package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.kits.Components;
import org.kitstream.api.kits.Kits;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.users.Caller;

/** {@code /v0/kits} and {@code /v0/components}. */
@Path("/v0")
@Produces(Answers.JSON)
public final class KitsResource {

  private final Kits kits;
  private final Components components;
  private final Pagination pagination;

  public KitsResource(Kits kits, Components components, Pagination pagination) {
    this.kits = kits;
    this.components = components;
    this.pagination = pagination;
  }

  @GET
  @Path("kits")
  public Response list(@Context Parameters parameters, @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        kits.list(pagination.page(parameters)).map(all -> all.stream().map(KitJson::of).toList()));
  }

  @GET
  @Path("kits/{id}")
  public Object get(@PathParam("id") String idOrSlug) {
    return KitJson.of(kits.get(idOrSlug));
  }

  @GET
  @Path("components")
  public Response components(
      @Auth Caller caller,
      @Context Parameters parameters,
      @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        components
            .list(caller, pagination.page(parameters))
            .map(all -> all.stream().map(ComponentJson::of).toList()));
  }

  @GET
  @Path("components/{id}")
  public Object component(@Auth Caller caller, @PathParam("id") String id) {
    return ComponentJson.of(components.get(caller, Answers.id("Component", id)));
  }
}
