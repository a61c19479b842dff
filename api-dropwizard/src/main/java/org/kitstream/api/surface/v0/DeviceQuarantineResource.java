package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.quarantine.EntryFilter;
import org.kitstream.api.quarantine.Quarantine;
import org.kitstream.api.quarantine.Replayed;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;
import org.kitstream.contract.reading.Refusal.Reason;

/** {@code /v0/devices/:id/quarantine}: what the platform refused of a device. */
@Path("/v0/devices/{id}/quarantine")
@Produces(Answers.JSON)
public final class DeviceQuarantineResource {

  private static final String REASON = "reason";

  private final Quarantine quarantine;
  private final Pagination pagination;

  public DeviceQuarantineResource(Quarantine quarantine, Pagination pagination) {
    this.quarantine = quarantine;
    this.pagination = pagination;
  }

  /** Of those that are alike the newest, unless {@code fold=false}. */
  @GET
  @TakesAllOf(Pagination.class)
  @Takes(value = REASON, about = "A kind of refusal, such as unknown_sensor; without one all.")
  @Takes(value = "replayed", as = Kind.FLAG, about = "Whether to list what was sent again, too.")
  @Takes(value = "fold", as = Kind.FLAG, about = "Whether one stands for all like it; true.")
  @Gives(value = QuarantineJson.class, list = true)
  public Response list(
      @Auth Caller caller,
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context Parameters parameters) {
    Reason reason = reason(parameters.text(REASON));
    EntryFilter filter =
        new EntryFilter(
            reason == null ? null : reason.name(),
            parameters.flag("replayed", false),
            parameters.flag("fold", true));
    return Pagination.response(
        request,
        quarantine
            .list(caller, Answers.id("Device", id), filter, pagination.page(parameters))
            .map(all -> all.stream().map(QuarantineJson::of).toList()));
  }

  @POST
  @Path("replay")
  @Refuses(status = 503)
  @Takes(value = REASON, required = true, about = "A kind of refusal, such as unknown_sensor.")
  @Gives(Replayed.class)
  public Object replayAll(
      @Auth Caller caller, @PathParam("id") String id, @Context Parameters parameters) {
    long deviceId = Answers.id("Device", id);
    quarantine.check(caller, deviceId);
    Reason reason = reason(parameters.text(REASON));
    if (reason == null) {
      throw new Failure.ParameterMissing(List.of(REASON));
    }
    return quarantine.replayAll(caller, deviceId, reason);
  }

  @POST
  @Path("{entry}/replay")
  @Refuses(status = 422)
  @Refuses(status = 503)
  @Gives(Replayed.class)
  public Object replay(
      @Auth Caller caller, @PathParam("id") String id, @PathParam("entry") String entry) {
    long deviceId = Answers.id("Device", id);
    quarantine.check(caller, deviceId);
    return quarantine.replay(caller, deviceId, Answers.id("Quarantine entry", entry));
  }

  private static @Nullable Reason reason(@Nullable String text) {
    try {
      return text == null ? null : Reason.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Failure.Invalid.of(REASON, Violations.NOT_INCLUDED);
    }
  }
}
