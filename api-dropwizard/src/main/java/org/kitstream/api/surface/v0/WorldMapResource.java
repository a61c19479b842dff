package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kitstream.api.devices.DeviceMap;
import org.kitstream.api.surface.http.CachedJson;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.users.Caller;

/**
 * {@code /v0/devices/world_map}, the same for everybody and made once for all who ask within a few
 * seconds, and {@code /v0/devices/fresh_world_map}, made for the caller.
 */
@Path("/v0/devices")
@Produces(Answers.JSON)
public final class WorldMapResource {

  private final DeviceMap map;
  private final CachedJson everybodys;
  private final Clock clock;

  public WorldMapResource(DeviceMap map, CachedJson.Maker cache, Clock clock) {
    this.map = map;
    this.clock = clock;
    this.everybodys = cache.of(() -> devices(Caller.ANONYMOUS));
  }

  @GET
  @Path("world_map")
  @Refuses(status = 304, with = Void.class)
  @Gives(value = MapDeviceJson.class, list = true)
  public Response worldMap(@Auth Caller caller, @Context ContainerRequestContext request) {
    return everybodys.answer(request);
  }

  @GET
  @Path("fresh_world_map")
  @Gives(value = MapDeviceJson.class, list = true)
  public Response freshWorldMap(@Auth Caller caller) {
    return Response.ok(devices(caller)).header("Cache-Control", "private, no-store").build();
  }

  private List<MapDeviceJson> devices(Caller caller) {
    Instant now = clock.instant();
    return map.of(caller).stream().map(one -> MapDeviceJson.of(one, now)).toList();
  }
}
