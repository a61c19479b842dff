package org.kitstream.api.surface.v0;

import com.google.common.collect.Lists;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.kitstream.api.devices.DeviceDraft;
import org.kitstream.api.devices.DeviceFilters;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.devices.Devices;
import org.kitstream.api.surface.http.FilteredBy;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/devices}. */
@Path("/v0/devices")
@Produces(Answers.JSON)
public final class DevicesResource {

  private final Devices devices;
  private final DeviceReader reader;
  private final Pagination pagination;
  private final Clock clock;

  public DevicesResource(Devices devices, DeviceReader reader, Pagination pagination, Clock clock) {
    this.devices = devices;
    this.reader = reader;
    this.pagination = pagination;
    this.clock = clock;
  }

  @GET
  @Gives(value = DeviceJson.class, list = true)
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
            .map(all -> Lists.transform(all, one -> DeviceJson.of(one, clock.instant()))));
  }

  @GET
  @Path("{id}")
  @Gives(DeviceJson.class)
  public Object get(@Auth Caller caller, @PathParam("id") String id) {
    return answer(caller, Answers.id("Device", id));
  }

  @POST
  @Gives(value = DeviceJson.class, status = 201)
  @TakesAllOf(DeviceForm.class)
  @Refuses(status = 404)
  public Response create(@Auth Caller caller, @Context Parameters parameters) {
    caller.required();
    long id = devices.create(caller, DeviceForm.over(DeviceDraft.EMPTY, parameters));
    return Response.status(Response.Status.CREATED).entity(answer(caller, id)).build();
  }

  @PATCH
  @Path("{id}")
  @Gives(DeviceJson.class)
  @TakesAllOf(DeviceForm.class)
  public Object update(
      @Auth Caller caller, @PathParam("id") String id, @Context Parameters parameters) {
    long deviceId = Answers.id("Device", id);
    devices.update(caller, deviceId, now -> DeviceForm.over(now, parameters));
    return answer(caller, deviceId);
  }

  @PUT
  @Path("{id}")
  @Gives(DeviceJson.class)
  @TakesAllOf(DeviceForm.class)
  public Object put(
      @Auth Caller caller, @PathParam("id") String id, @Context Parameters parameters) {
    return update(caller, id, parameters);
  }

  @DELETE
  @Path("{id}")
  @Gives(Done.class)
  public Object delete(@Auth Caller caller, @PathParam("id") String id) {
    devices.archive(caller, Answers.id("Device", id));
    return Done.OK;
  }

  private DeviceJson answer(Caller caller, long id) {
    return DeviceJson.of(reader.get(caller, id), clock.instant());
  }
}
