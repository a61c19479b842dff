package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.ZoneOffset;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.history.ReadingsAnswer;
import org.kitstream.api.history.ReadingsQuery;
import org.kitstream.api.history.ReadingsService;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/devices/:id/readings}. */
@Path("/v0/devices/{id}/readings")
@Produces(Answers.JSON)
public final class ReadingsResource {

  private final ReadingsService readings;
  private final DeviceReader devices;
  private final Clock clock;

  public ReadingsResource(ReadingsService readings, DeviceReader devices, Clock clock) {
    this.readings = readings;
    this.devices = devices;
    this.clock = clock;
  }

  @GET
  @Gives(ReadingsAnswer.class)
  @TakesAllOf(ReadingsParameters.class)
  public Object get(
      @Auth Caller caller, @PathParam("id") String id, @Context Parameters parameters) {
    long deviceId = devices.readable(caller, Answers.id("Device", id)).id();
    ReadingsQuery query = ReadingsQuery.parse(parameters.texts(), clock.instant());
    return readings.answer(deviceId, query, ZoneOffset.UTC);
  }
}
