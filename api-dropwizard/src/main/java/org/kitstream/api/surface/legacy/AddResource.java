package org.kitstream.api.surface.legacy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.ingest.LegacyDoor;
import org.kitstream.api.ingest.LegacyPost;
import org.kitstream.api.surface.http.Gives;

/**
 * {@code /add} for kits whose HTTP is sound. The answer is the time, whatever they sent; only the
 * status says when it has to be sent again.
 */
@Path("/v0/add")
@Produces(MediaType.TEXT_PLAIN)
public final class AddResource {

  private static final int UNAVAILABLE = 503;

  private final LegacyDoor door;
  private final KitClock clock;

  public AddResource(LegacyDoor door, KitClock clock) {
    this.door = door;
    this.clock = clock;
  }

  @GET
  @Gives(String.class)
  public Response get(
      @HeaderParam(RequestHead.MAC_ADDRESS) @Nullable String macAddress,
      @HeaderParam(RequestHead.VERSION) @Nullable String version,
      @HeaderParam(RequestHead.DATA) @Nullable String data) {
    boolean done = door.add(new LegacyPost(macAddress, version, data)) == LegacyDoor.Taken.DONE;
    return Response.status(done ? Response.Status.OK.getStatusCode() : UNAVAILABLE)
        .entity(clock.text())
        .build();
  }

  @POST
  @Gives(String.class)
  public Response post(
      @HeaderParam(RequestHead.MAC_ADDRESS) @Nullable String macAddress,
      @HeaderParam(RequestHead.VERSION) @Nullable String version,
      @HeaderParam(RequestHead.DATA) @Nullable String data) {
    return get(macAddress, version, data);
  }

  @PUT
  @Gives(String.class)
  public Response put(
      @HeaderParam(RequestHead.MAC_ADDRESS) @Nullable String macAddress,
      @HeaderParam(RequestHead.VERSION) @Nullable String version,
      @HeaderParam(RequestHead.DATA) @Nullable String data) {
    return get(macAddress, version, data);
  }

  @PATCH
  @Gives(String.class)
  public Response patch(
      @HeaderParam(RequestHead.MAC_ADDRESS) @Nullable String macAddress,
      @HeaderParam(RequestHead.VERSION) @Nullable String version,
      @HeaderParam(RequestHead.DATA) @Nullable String data) {
    return get(macAddress, version, data);
  }
}
