package org.kitstream.api.surface.v0;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.sensors.Sensors;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;

/** {@code /v0/sensors} and {@code /v0/measurements}. */
@Path("/v0")
@Produces(Answers.JSON)
public final class SensorsResource {

  private final Sensors sensors;
  private final Pagination pagination;

  public SensorsResource(Sensors sensors, Pagination pagination) {
    this.sensors = sensors;
    this.pagination = pagination;
  }

  @GET
  @Path("sensors")
  public Response list(@Context Parameters parameters, @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        sensors
            .list(pagination.page(parameters))
            .map(all -> all.stream().map(SensorJson::of).toList()));
  }

  @GET
  @Path("sensors/{id}")
  public Object get(@PathParam("id") String id) {
    return SensorJson.of(sensors.get(Answers.smallId("Sensor", id)));
  }

  @GET
  @Path("measurements")
  public Response measurements(
      @Context Parameters parameters, @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        sensors
            .measurements(pagination.page(parameters))
            .map(all -> all.stream().map(MeasurementJson::of).toList()));
  }

  @GET
  @Path("measurements/{id}")
  public Object measurement(@PathParam("id") String id) {
    return MeasurementJson.of(sensors.measurement(Answers.smallId("Measurement", id)));
  }
}
