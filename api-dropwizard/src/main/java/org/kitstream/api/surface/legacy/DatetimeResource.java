package org.kitstream.api.surface.legacy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kitstream.api.surface.http.Gives;

/** {@code /datetime}: by which kits set their clocks. */
@Path("/v0/datetime")
@Produces(MediaType.TEXT_PLAIN)
public final class DatetimeResource {

  private final KitClock clock;

  public DatetimeResource(KitClock clock) {
    this.clock = clock;
  }

  @GET
  @Gives(String.class)
  public String get() {
    return clock.text();
  }

  @POST
  @Gives(String.class)
  public String post() {
    return clock.text();
  }

  @PUT
  @Gives(String.class)
  public String put() {
    return clock.text();
  }

  @PATCH
  @Gives(String.class)
  public String patch() {
    return clock.text();
  }
}
