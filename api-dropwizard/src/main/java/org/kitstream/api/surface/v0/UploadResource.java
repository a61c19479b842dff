package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.MultipartFile;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.surface.http.TakesBody;
import org.kitstream.api.uploads.Upload;
import org.kitstream.api.uploads.UploadReport;
import org.kitstream.api.uploads.Uploads;
import org.kitstream.api.users.Caller;

/** {@code /v0/devices/:id/readings/upload}: history from a file. */
@Path("/v0/devices/{id}/readings/upload")
@Produces(Answers.JSON)
public final class UploadResource {

  private final Uploads uploads;
  private final Clock clock;

  public UploadResource(Uploads uploads, Clock clock) {
    this.uploads = uploads;
    this.clock = clock;
  }

  /** With {@code dry_run} the report alone, of type {@code UploadReport}, and nothing is kept. */
  @POST
  @Gives(value = UploadJson.class, status = 202, or = UploadReport.class, orStatus = 200)
  @TakesBody(
      value = {"text/csv", "application/gzip", "multipart/form-data"},
      about = "A CSV file; of a form the part file.")
  @Refuses(status = 503)
  @Takes(
      value = "dry_run",
      as = Kind.FLAG,
      inQuery = true,
      about = "Whether to report only, and keep nothing.")
  public Response upload(
      @Auth Caller caller,
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context Parameters parameters) {
    long deviceId = Answers.id("Device", id);
    uploads.check(caller, deviceId);
    InputStream file = MultipartFile.of(request.getMediaType(), request.getEntityStream());
    if (parameters.flag("dry_run", false)) {
      return Response.ok(uploads.look(caller, deviceId, file)).build();
    }
    Upload taken = uploads.take(caller, deviceId, file);
    return Response.accepted(UploadJson.of(taken, clock.instant()))
        .location(URI.create("/v0/uploads/" + taken.id()))
        .build();
  }
}
