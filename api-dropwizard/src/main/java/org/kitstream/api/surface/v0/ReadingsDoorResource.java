package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.ingest.ReadingsDoor;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Taken;
import org.kitstream.api.surface.http.TakesBody;
import org.kitstream.api.users.Caller;

/** {@code POST /v0/devices/:id/readings}. */
@Path("/v0/devices/{id}/readings")
@Produces(Answers.JSON)
public final class ReadingsDoorResource {

  private final ReadingsDoor door;

  public ReadingsDoorResource(ReadingsDoor door) {
    this.door = door;
  }

  @POST
  @TakesBody(value = "application/json", about = "{data: [{recorded_at, sensors: [{id, value}]}]}")
  @Refuses(status = 422)
  @Refuses(status = 429)
  @Refuses(status = 503)
  @Gives(Taken.class)
  public Object post(
      @Auth Caller caller,
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body)
      throws IOException {
    ReadingsDoor.Taken taken =
        door.post(caller, Answers.id("Device", id), body, Optional.ofNullable(key));
    return taken == ReadingsDoor.Taken.NO_TIME ? Taken.NO_TIME : Taken.OK;
  }
}
