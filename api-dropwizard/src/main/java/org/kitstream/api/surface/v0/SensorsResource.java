package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
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
import org.kitstream.api.sensors.CatalogueEditor;
import org.kitstream.api.sensors.MeasurementDraft;
import org.kitstream.api.sensors.SensorDraft;
import org.kitstream.api.sensors.SensorFilters;
import org.kitstream.api.sensors.Sensors;
import org.kitstream.api.surface.http.FilteredBy;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/sensors} and {@code /v0/measurements}. */
@Path("/v0")
@Produces(Answers.JSON)
public final class SensorsResource {

  private final Sensors sensors;
  private final CatalogueEditor editor;
  private final Pagination pagination;

  public SensorsResource(Sensors sensors, CatalogueEditor editor, Pagination pagination) {
    this.sensors = sensors;
    this.editor = editor;
    this.pagination = pagination;
  }

  @GET
  @Path("sensors")
  @Gives(value = SensorJson.class, list = true)
  @TakesAllOf(Pagination.class)
  @FilteredBy(SensorFilters.class)
  public Response list(@Context Parameters parameters, @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        sensors
            .list(Searches.of(parameters), pagination.page(parameters))
            .map(all -> all.stream().map(SensorJson::of).toList()));
  }

  @GET
  @Path("sensors/{id}")
  @Gives(SensorJson.class)
  public Object get(@PathParam("id") String id) {
    return SensorJson.of(sensors.get(Answers.smallId("Sensor", id)));
  }

  @GET
  @Path("measurements")
  @Gives(value = MeasurementJson.class, list = true)
  @TakesAllOf(Pagination.class)
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
  @Gives(MeasurementJson.class)
  public Object measurement(@PathParam("id") String id) {
    return MeasurementJson.of(sensors.measurement(Answers.smallId("Measurement", id)));
  }

  @POST
  @Path("sensors")
  @Gives(value = SensorJson.class, status = 201)
  @TakesAllOf(SensorForm.class)
  public Response create(@Auth Caller caller, @Context Parameters given) {
    int id = editor.createSensor(caller, SensorForm.over(SensorDraft.EMPTY, given));
    return Answers.created(SensorJson.of(sensors.get(id)));
  }

  @PATCH
  @Path("sensors/{id}")
  @Gives(SensorJson.class)
  @TakesAllOf(SensorForm.class)
  public Object update(@Auth Caller caller, @PathParam("id") String id, @Context Parameters given) {
    int sensorId = Answers.smallId("Sensor", id);
    editor.updateSensor(caller, sensorId, now -> SensorForm.over(now, given));
    return SensorJson.of(sensors.get(sensorId));
  }

  @PUT
  @Path("sensors/{id}")
  @Gives(SensorJson.class)
  @TakesAllOf(SensorForm.class)
  public Object put(@Auth Caller caller, @PathParam("id") String id, @Context Parameters given) {
    return update(caller, id, given);
  }

  @POST
  @Path("measurements")
  @Gives(value = MeasurementJson.class, status = 201)
  @TakesAllOf(MeasurementForm.class)
  public Response createMeasurement(@Auth Caller caller, @Context Parameters given) {
    int id = editor.createMeasurement(caller, MeasurementForm.over(MeasurementDraft.EMPTY, given));
    return Answers.created(MeasurementJson.of(sensors.measurement(id)));
  }

  @PATCH
  @Path("measurements/{id}")
  @Gives(MeasurementJson.class)
  @TakesAllOf(MeasurementForm.class)
  public Object updateMeasurement(
      @Auth Caller caller, @PathParam("id") String id, @Context Parameters given) {
    int measurementId = Answers.smallId("Measurement", id);
    editor.updateMeasurement(caller, measurementId, now -> MeasurementForm.over(now, given));
    return MeasurementJson.of(sensors.measurement(measurementId));
  }

  @PUT
  @Path("measurements/{id}")
  @Gives(MeasurementJson.class)
  @TakesAllOf(MeasurementForm.class)
  public Object putMeasurement(
      @Auth Caller caller, @PathParam("id") String id, @Context Parameters given) {
    return updateMeasurement(caller, id, given);
  }
}
