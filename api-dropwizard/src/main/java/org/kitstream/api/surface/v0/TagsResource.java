package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DELETE;
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
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.tags.TagDraft;
import org.kitstream.api.tags.Tags;
import org.kitstream.api.users.Caller;

/** {@code /v0/tags}. */
@Path("/v0/tags")
@Produces(Answers.JSON)
public final class TagsResource {

  private final Tags tags;
  private final Pagination pagination;

  public TagsResource(Tags tags, Pagination pagination) {
    this.tags = tags;
    this.pagination = pagination;
  }

  @GET
  @Gives(value = TagJson.class, list = true)
  @TakesAllOf(Pagination.class)
  public Response list(@Context Parameters parameters, @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        tags.list(pagination.page(parameters)).map(all -> all.stream().map(TagJson::of).toList()));
  }

  @GET
  @Path("{id}")
  @Gives(TagJson.class)
  public Object get(@PathParam("id") String idOrName) {
    return TagJson.of(tags.get(idOrName));
  }

  @POST
  @Gives(value = TagJson.class, status = 201)
  @TakesAllOf(TagForm.class)
  public Response create(@Auth Caller caller, @Context Parameters given) {
    return Answers.created(TagJson.of(tags.create(caller, TagForm.over(TagDraft.EMPTY, given))));
  }

  @PATCH
  @Path("{id}")
  @Gives(TagJson.class)
  @TakesAllOf(TagForm.class)
  public Object update(
      @Auth Caller caller, @PathParam("id") String idOrName, @Context Parameters given) {
    return TagJson.of(tags.update(caller, idOrName, now -> TagForm.over(now, given)));
  }

  @PUT
  @Path("{id}")
  @Gives(TagJson.class)
  @TakesAllOf(TagForm.class)
  public Object put(
      @Auth Caller caller, @PathParam("id") String idOrName, @Context Parameters given) {
    return update(caller, idOrName, given);
  }

  @DELETE
  @Path("{id}")
  @Gives(Done.class)
  public Object delete(@Auth Caller caller, @PathParam("id") String idOrName) {
    tags.delete(caller, idOrName);
    return Done.OK;
  }
}
