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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.devices.Placement;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.onboarding.Onboarding;
import org.kitstream.api.onboarding.OrphanDevice;
import org.kitstream.api.onboarding.OrphanDraft;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Parameters;
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

  @POST
  @Path("device")
  @Gives(value = OnboardingResource.Started.class, status = 201)
  public Response start(@Context Parameters given) {
    OrphanDevice orphan = onboarding.start(over(OrphanDraft.EMPTY, given));
    return Answers.created(
        new Started(orphan.onboardingSession().toString(), orphan.deviceToken()));
  }

  @GET
  @Path("device")
  @Gives(OrphanDeviceJson.class)
  public Response get(@HeaderParam(SESSION) @Nullable String session) {
    return within(session, orphan -> Response.ok(OrphanDeviceJson.of(orphan)).build());
  }

  @PATCH
  @Path("device")
  @Gives(OrphanDeviceJson.class)
  public Response update(
      @HeaderParam(SESSION) @Nullable String session, @Context Parameters given) {
    return within(
        session,
        orphan ->
            Response.ok(OrphanDeviceJson.of(onboarding.update(orphan, now -> over(now, given))))
                .build());
  }

  @PUT
  @Path("device")
  @Gives(OrphanDeviceJson.class)
  public Response put(@HeaderParam(SESSION) @Nullable String session, @Context Parameters given) {
    return update(session, given);
  }

  @POST
  @Path("user")
  public Response user(@Context Parameters given) {
    String email = given.presentText("email", null);
    if (email == null) {
      throw new Failure.ParameterMissing(List.of("email"));
    }
    Optional<String> username = onboarding.usernameOf(email);
    return username.isPresent()
        ? Response.ok(Map.of("username", username.get())).build()
        : notFound(Map.of("message", "not_found"));
  }

  @POST
  @Path("register")
  @Gives(value = RegisteredDeviceJson.class, status = 201)
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
    return orphan
        .map(answer)
        .orElseGet(() -> notFound(Map.of("error", "Invalid OnboardingSession")));
  }

  private static Response notFound(Map<String, String> body) {
    return Response.status(Response.Status.NOT_FOUND).entity(body).build();
  }

  private static OrphanDraft over(OrphanDraft now, Parameters given) {
    Placement place = now.placement();
    return new OrphanDraft(
        given.text("name", now.name()),
        given.text("description", now.description()),
        given.integer("kit_id", now.kitId()),
        new Placement(
            given.number("latitude", place.latitude()),
            given.number("longitude", place.longitude()),
            null,
            given.presentText("exposure", place.exposure())),
        given.text("user_tags", now.userTags()));
  }
}
