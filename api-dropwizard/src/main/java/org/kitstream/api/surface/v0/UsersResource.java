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
import org.kitstream.api.devices.AccountClosure;
import org.kitstream.api.surface.http.FilteredBy;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.surface.http.TakesBody;
import org.kitstream.api.surface.http.TakesFiles;
import org.kitstream.api.users.Accounts;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Pictures;
import org.kitstream.api.users.User;
import org.kitstream.api.users.UserDraft;
import org.kitstream.api.users.UserFilters;
import org.kitstream.api.users.UserList;
import org.kitstream.api.users.Users;

/** {@code /v0/users}. */
@Path("/v0/users")
@Produces(Answers.JSON)
public final class UsersResource {

  private final Services services;
  private final UserAnswers answers;
  private final Pagination pagination;

  public UsersResource(Services services, UserAnswers answers, Pagination pagination) {
    this.services = services;
    this.answers = answers;
    this.pagination = pagination;
  }

  /** What knows and changes accounts. */
  public record Services(
      Users users, UserList list, Accounts accounts, AccountClosure closure, Pictures pictures) {}

  @GET
  @Gives(value = UserJson.class, list = true)
  @TakesAllOf(Pagination.class)
  @FilteredBy(UserFilters.class)
  public Response list(
      @Auth Caller caller, @Context Parameters given, @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        services
            .list()
            .page(caller, Searches.of(given), pagination.page(given))
            .map(some -> answers.all(caller, some)));
  }

  @POST
  @Gives(value = UserJson.class, status = 201)
  @TakesAllOf(UserForm.class)
  public Response create(@Auth Caller caller, @Context Parameters given) {
    long id = services.accounts().create(caller, UserForm.over(UserDraft.EMPTY, given));
    return Response.status(Response.Status.CREATED).entity(answer(caller, id)).build();
  }

  @GET
  @Path("{id}")
  @Gives(UserJson.class)
  public Object get(@Auth Caller caller, @PathParam("id") String idOrUsername) {
    return answers.one(caller, services.users().get(idOrUsername));
  }

  @PATCH
  @Path("{id}")
  @Gives(UserJson.class)
  @TakesFiles
  @TakesAllOf({UserForm.class, PictureForm.class})
  @TakesBody(value = "multipart/form-data", about = "Of a form with a file: the same fields.")
  public Object update(
      @Auth Caller caller,
      @PathParam("id") String idOrUsername,
      @Context Parameters given,
      @Context ContainerRequestContext request) {
    User user = services.users().get(idOrUsername);
    services
        .accounts()
        .update(
            caller,
            user,
            now -> UserForm.over(now, given),
            PictureForm.of(given, request, user, services.pictures()));
    return answer(caller, user.id());
  }

  @PUT
  @Path("{id}")
  @Gives(UserJson.class)
  @TakesFiles
  @TakesAllOf({UserForm.class, PictureForm.class})
  @TakesBody(value = "multipart/form-data", about = "Of a form with a file: the same fields.")
  public Object replace(
      @Auth Caller caller,
      @PathParam("id") String idOrUsername,
      @Context Parameters given,
      @Context ContainerRequestContext request) {
    return update(caller, idOrUsername, given, request);
  }

  @DELETE
  @Path("{id}")
  @Gives(Done.class)
  public Object delete(@Auth Caller caller, @PathParam("id") String idOrUsername) {
    services.closure().close(caller, services.users().get(idOrUsername).id());
    return Done.OK;
  }

  private UserJson answer(Caller caller, long id) {
    return answers.one(caller, services.users().get(Long.toString(id)));
  }
}
