package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.PasswordResets;

/** {@code /v0/password_resets}. */
@Path("/v0/password_resets")
@Produces(Answers.JSON)
public final class PasswordResetsResource {

  private static final Done DELIVERED = new Done("Password Reset Instructions Delivered");

  private final PasswordResets resets;
  private final UserAnswers answers;

  public PasswordResetsResource(PasswordResets resets, UserAnswers answers) {
    this.resets = resets;
    this.answers = answers;
  }

  @POST
  @Gives(Done.class)
  @Takes(value = "email", about = "One of the three has to be given.")
  @Takes(value = "username", about = "One of the three has to be given.")
  @Takes(value = "email_or_username", about = "One of the three has to be given.")
  @Refuses(status = 404)
  public Object request(@Auth Caller caller, @Context Parameters given) {
    resets.request(
        caller,
        new PasswordResets.Named(
            given.presentText("email", null),
            given.presentText("username", null),
            given.presentText("email_or_username", null)));
    return DELIVERED;
  }

  @GET
  @Path("{token}")
  @Gives(UserJson.class)
  public Object find(@Auth Caller caller, @PathParam("token") String token) {
    return answers.one(caller, resets.find(caller, token));
  }

  @PATCH
  @Path("{token}")
  @Gives(UserJson.class)
  @Takes(value = "password", required = true, about = "The new one: 5 to 256 characters.")
  public Object use(
      @Auth Caller caller, @PathParam("token") String token, @Context Parameters given) {
    String password = given.presentText("password", null);
    if (password == null) {
      resets.find(caller, token);
      throw new Failure.ParameterMissing(List.of("password"));
    }
    return answers.one(caller, resets.use(caller, token, password));
  }

  @PUT
  @Path("{token}")
  @Gives(UserJson.class)
  @Takes(value = "password", required = true, about = "The new one: 5 to 256 characters.")
  public Object replace(
      @Auth Caller caller, @PathParam("token") String token, @Context Parameters given) {
    return use(caller, token, given);
  }
}
