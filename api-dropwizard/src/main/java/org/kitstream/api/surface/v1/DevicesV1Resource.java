package org.kitstream.api.surface.v1;

import com.google.common.collect.Lists;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.kitstream.api.devices.DeviceFilters;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.forwarding.ForwardedDevice;
import org.kitstream.api.surface.http.FilteredBy;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.surface.v0.Searches;
import org.kitstream.api.users.Caller;

/** {@code /v1/devices}: found as in version 0, in the shape in which readings are forwarded. */
@Path("/v1/devices")
@Produces("application/json; charset=utf-8")
public final class DevicesV1Resource {

  private final DeviceReader reader;
  private final Pagination pagination;
  private final Clock clock;

  public DevicesV1Resource(DeviceReader reader, Pagination pagination, Clock clock) {
    this.reader = reader;
    this.pagination = pagination;
    this.clock = clock;
  }

  @GET
  @Gives(value = ForwardedDevice.class, list = true)
  @TakesAllOf({Pagination.class, Searches.class})
  @FilteredBy(DeviceFilters.class)
  public Response list(
      @Auth Caller caller,
      @Context Parameters parameters,
      @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        reader
            .list(caller, Searches.devices(parameters, pagination.page(parameters)))
            .map(all -> Lists.transform(all, one -> ForwardedDevice.seen(one, clock.instant()))));
  }

  @GET
  @Path("{id}")
  @Gives(ForwardedDevice.class)
  public Object get(@Auth Caller caller, @PathParam("id") String id) {
    return ForwardedDevice.seen(reader.get(caller, id(id)), clock.instant());
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Failure.NotFound("Device", "id", text);
    }
  }
}
