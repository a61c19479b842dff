package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.uploads.Uploads;
import org.kitstream.api.users.Caller;

/** {@code /v0/uploads/:id}: how far a file is. */
@Path("/v0/uploads/{id}")
@Produces(Answers.JSON)
public final class UploadsResource {

  private final Uploads uploads;
  private final Clock clock;

  public UploadsResource(Uploads uploads, Clock clock) {
    this.uploads = uploads;
    this.clock = clock;
  }

  @GET
  @Gives(UploadJson.class)
  public Object get(@Auth Caller caller, @PathParam("id") String id) {
    return UploadJson.of(uploads.get(caller, Answers.id("Upload", id)), clock.instant());
  }
}
