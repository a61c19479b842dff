package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.kits.Components;
import org.kitstream.api.kits.KitDraft;
import org.kitstream.api.kits.KitEditor;
import org.kitstream.api.kits.Kits;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/kits} and {@code /v0/components}. */
@Path("/v0")
@Produces(Answers.JSON)
public final class KitsResource {

  private final Kits kits;
  private final KitEditor editor;
  private final Components components;
  private final Pagination pagination;

  public KitsResource(Kits kits, KitEditor editor, Components components, Pagination pagination) {
    this.kits = kits;
    this.editor = editor;
    this.components = components;
    this.pagination = pagination;
  }

  @GET
  @Path("kits")
  @Gives(value = KitJson.class, list = true)
  @TakesAllOf(Pagination.class)
  public Response list(@Context Parameters parameters, @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        kits.list(pagination.page(parameters)).map(all -> all.stream().map(KitJson::of).toList()));
  }

  @GET
  @Path("kits/{id}")
  @Gives(KitJson.class)
  public Object get(@PathParam("id") String idOrSlug) {
    return KitJson.of(kits.get(idOrSlug));
  }

  @GET
  @Path("components")
  @Gives(value = ComponentJson.class, list = true)
  @TakesAllOf(Pagination.class)
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
  @Gives(ComponentJson.class)
  public Object component(@Auth Caller caller, @PathParam("id") String id) {
    return ComponentJson.of(components.get(caller, Answers.id("Component", id)));
  }

  @POST
  @Path("kits")
  @Gives(value = KitJson.class, status = 201)
  @TakesAllOf(KitForm.class)
  @Refuses(status = 404)
  public Response create(@Auth Caller caller, @Context Parameters given) {
    return Answers.created(answer(editor.create(caller, KitForm.over(KitDraft.EMPTY, given))));
  }

  @PATCH
  @Path("kits/{id}")
  @Gives(KitJson.class)
  @TakesAllOf(KitForm.class)
  public Object update(
      @Auth Caller caller, @PathParam("id") String idOrSlug, @Context Parameters given) {
    return answer(editor.update(caller, idOrSlug, now -> KitForm.over(now, given)));
  }

  @PUT
  @Path("kits/{id}")
  @Gives(KitJson.class)
  @TakesAllOf(KitForm.class)
  public Object put(
      @Auth Caller caller, @PathParam("id") String idOrSlug, @Context Parameters given) {
    return update(caller, idOrSlug, given);
  }

  private KitJson answer(int id) {
    return KitJson.of(kits.get(Integer.toString(id)));
  }
}
