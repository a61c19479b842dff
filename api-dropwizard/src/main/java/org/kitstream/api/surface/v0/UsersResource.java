package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.NewUser;
import org.kitstream.api.users.User;
import org.kitstream.api.users.Users;

/** {@code /v0/users}, {@code /v0/sessions} and {@code /v0/me}. */
@Path("/v0")
@Produces(Answers.JSON)
public final class UsersResource {

  private final Users users;
  private final DeviceReader devices;
  private final Clock clock;

  public UsersResource(Users users, DeviceReader devices, Clock clock) {
    this.users = users;
    this.devices = devices;
    this.clock = clock;
  }

  @POST
  @Path("users")
  public Response create(@Auth Caller caller, @Context Parameters given) {
    User user = users.create(caller, newUser(given));
    return Response.status(Response.Status.CREATED).entity(answer(caller, user)).build();
  }

  @POST
  @Path("sessions")
  public Object login(@Context Parameters given) {
    String username = given.presentText("username", null);
    String password = given.presentText("password", null);
    if (username == null || password == null) {
      throw new Failure.ParameterMissing(missing(username == null, password == null));
    }
    return Map.of("access_token", users.login(username, password));
  }

  @GET
  @Path("me")
  public Object me(@Auth Caller caller) {
    return answer(caller, caller.required());
  }

  private UserJson answer(Caller caller, User user) {
    Optional<String> apiKey =
        caller.maySeeSecretsOf(user) ? Optional.of(users.apiKey(user)) : Optional.empty();
    List<UserDeviceJson> owned =
        devices.ofOwner(caller, user.id()).stream()
            .map(device -> UserDeviceJson.of(device, clock.instant()))
            .toList();
    return UserJson.of(user, apiKey, owned);
  }

  private static List<String> missing(boolean username, boolean password) {
    List<String> names = new ArrayList<>();
    if (username) {
      names.add("username");
    }
    if (password) {
      names.add("password");
    }
    return names;
  }

  private static NewUser newUser(Parameters given) {
    return new NewUser(
        given.text("username"),
        given.text("email"),
        given.text("password"),
        given.text("first_name"),
        given.text("last_name"),
        given.text("city"),
        given.text("country_code"),
        given.presentText("url", null),
        given.presentText("avatar", null),
        given.integer("role_mask", null));
  }
}
