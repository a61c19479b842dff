package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.onboarding.Onboarding;
import org.kitstream.api.onboarding.OrphanDevice;
import org.kitstream.api.onboarding.OrphanDraft;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/onboarding}: from a kit fresh out of its box to a device of its owner's. */
@Path("/v0/onboarding")
@Produces(Answers.JSON)
public final class OnboardingResource {

  private static final String SESSION = "OnboardingSession";

  private final Onboarding onboarding;
  private final DeviceReader devices;
  private final Clock clock;

  public OnboardingResource(Onboarding onboarding, DeviceReader devices, Clock clock) {
    this.onboarding = onboarding;
    this.devices = devices;
    this.clock = clock;
  }

  /** What the app needs to go on with. */
  record Started(String onboardingSession, String deviceToken) {}

  /** The user of an e-mail address. */
  record Named(String username) {}

  /** That there is none. */
  record Nobody(String message) {}

  /** That nobody sets up a kit under this name. */
  record NoSession(String error) {}

  @POST
  @Path("device")
  @Gives(value = OnboardingResource.Started.class, status = 201)
  @TakesAllOf(OrphanForm.class)
  public Response start(@Context Parameters given) {
    OrphanDevice orphan = onboarding.start(OrphanForm.over(OrphanDraft.EMPTY, given));
    return Answers.created(
        new Started(orphan.onboardingSession().toString(), orphan.deviceToken()));
  }

  @GET
  @Path("device")
  @Gives(OrphanDeviceJson.class)
  @Refuses(status = 404, with = OnboardingResource.NoSession.class)
  public Response get(@HeaderParam(SESSION) @Nullable String session) {
    return within(session, orphan -> Response.ok(OrphanDeviceJson.of(orphan)).build());
  }

  @PATCH
  @Path("device")
  @Gives(OrphanDeviceJson.class)
  @Refuses(status = 404, with = OnboardingResource.NoSession.class)
  @TakesAllOf(OrphanForm.class)
  public Response update(
      @HeaderParam(SESSION) @Nullable String session, @Context Parameters given) {
    return within(
        session,
        orphan ->
            Response.ok(
                    OrphanDeviceJson.of(
                        onboarding.update(orphan, now -> OrphanForm.over(now, given))))
                .build());
  }

  @PUT
  @Path("device")
  @Gives(OrphanDeviceJson.class)
  @Refuses(status = 404, with = OnboardingResource.NoSession.class)
  @TakesAllOf(OrphanForm.class)
  public Response put(@HeaderParam(SESSION) @Nullable String session, @Context Parameters given) {
    return update(session, given);
  }

  @POST
  @Path("user")
  @Gives(OnboardingResource.Named.class)
  @Refuses(status = 404, with = OnboardingResource.Nobody.class)
  @Takes(value = "email", required = true, about = "In any case.")
  public Response user(@Context Parameters given) {
    String email = given.presentText("email", null);
    if (email == null) {
      throw new Failure.ParameterMissing(List.of("email"));
    }
    Optional<String> username = onboarding.usernameOf(email);
    return username.isPresent()
        ? Response.ok(new Named(username.get())).build()
        : notFound(new Nobody("not_found"));
  }

  @POST
  @Path("register")
  @Gives(value = RegisteredDeviceJson.class, status = 201)
  @Refuses(status = 404, with = OnboardingResource.NoSession.class)
  @Refuses(status = 422)
  public Response register(@Auth Caller caller, @HeaderParam(SESSION) @Nullable String session) {
    return within(
        session,
        orphan -> {
          long id = onboarding.register(caller, orphan);
          return Answers.created(RegisteredDeviceJson.of(devices.get(caller, id), clock.instant()));
        });
  }

  private Response within(@Nullable String session, Function<OrphanDevice, Response> answer) {
    Optional<OrphanDevice> orphan = session == null ? Optional.empty() : onboarding.find(session);
    return orphan.map(answer).orElseGet(() -> notFound(new NoSession("Invalid OnboardingSession")));
  }

  private static Response notFound(Object body) {
    return Response.status(Response.Status.NOT_FOUND).entity(body).build();
  }
}
