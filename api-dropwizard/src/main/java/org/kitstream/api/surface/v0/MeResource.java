package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.stream.Stream;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.surface.http.TakesBody;
import org.kitstream.api.surface.http.TakesFiles;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.User;

/** {@code /v0/sessions} and {@code /v0/me}: the caller and how they come in. */
@Path("/v0")
@Produces(Answers.JSON)
public final class MeResource {

  private static final List<String> CREDENTIALS = List.of("username", "password");

  private final UsersResource.Services services;
  private final UserAnswers answers;

  public MeResource(UsersResource.Services services, UserAnswers answers) {
    this.services = services;
    this.answers = answers;
  }

  /** What a caller shows from now on. */
  record Session(String accessToken) {}

  @POST
  @Path("sessions")
  @Gives(MeResource.Session.class)
  @Takes(value = "username", required = true, about = "Or an e-mail address; in any case.")
  @Takes(value = "password", required = true, about = "Of this user.")
  @Refuses(status = 404)
  public Object login(@Context Parameters given) {
    String username = given.presentText("username", null);
    String password = given.presentText("password", null);
    if (username == null || password == null) {
      Stream<String> missing =
          CREDENTIALS.stream().filter(name -> given.presentText(name, null) == null);
      throw new Failure.ParameterMissing(missing.toList());
    }
    return new Session(services.users().login(username, password));
  }

  @GET
  @Path("me")
  @Gives(UserJson.class)
  public Object me(@Auth Caller caller) {
    return answers.one(caller, caller.required());
  }

  @PATCH
  @Path("me")
  @Gives(UserJson.class)
  @TakesFiles
  @TakesAllOf({UserForm.class, PictureForm.class})
  @TakesBody(value = "multipart/form-data", about = "Of a form with a file: the same fields.")
  public Object update(
      @Auth Caller caller, @Context Parameters given, @Context ContainerRequestContext request) {
    User me = caller.required();
    services
        .accounts()
        .update(
            caller,
            me,
            now -> UserForm.over(now, given),
            PictureForm.of(given, request, me, services.pictures()));
    return answers.one(caller, services.users().get(Long.toString(me.id())));
  }

  @PUT
  @Path("me")
  @Gives(UserJson.class)
  @TakesFiles
  @TakesAllOf({UserForm.class, PictureForm.class})
  @TakesBody(value = "multipart/form-data", about = "Of a form with a file: the same fields.")
  public Object replace(
      @Auth Caller caller, @Context Parameters given, @Context ContainerRequestContext request) {
    return update(caller, given, request);
  }

  @DELETE
  @Path("me")
  @Gives(Done.class)
  public Object delete(@Auth Caller caller) {
    services.closure().close(caller, caller.required().id());
    return Done.OK;
  }
}
