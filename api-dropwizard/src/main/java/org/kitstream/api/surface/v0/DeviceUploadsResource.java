package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.uploads.Uploads;
import org.kitstream.api.users.Caller;

/** {@code /v0/devices/:id/uploads}: the files of one device, newest first. */
@Path("/v0/devices/{id}/uploads")
@Produces(Answers.JSON)
public final class DeviceUploadsResource {

  private final Uploads uploads;
  private final Pagination pagination;
  private final Clock clock;

  public DeviceUploadsResource(Uploads uploads, Pagination pagination, Clock clock) {
    this.uploads = uploads;
    this.pagination = pagination;
    this.clock = clock;
  }

  @GET
  @TakesAllOf(Pagination.class)
  @Gives(value = UploadJson.class, list = true)
  public Response list(
      @Auth Caller caller,
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context Parameters parameters) {
    return Pagination.response(
        request,
        uploads
            .ofDevice(caller, Answers.id("Device", id), pagination.page(parameters))
            .map(all -> all.stream().map(one -> UploadJson.of(one, clock.instant())).toList()));
  }
}
