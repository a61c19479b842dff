package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.sensors.SensorTags;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/tag_sensors}. */
@Path("/v0/tag_sensors")
@Produces(Answers.JSON)
public final class SensorTagsResource {

  private final SensorTags tags;
  private final Pagination pagination;

  public SensorTagsResource(SensorTags tags, Pagination pagination) {
    this.tags = tags;
    this.pagination = pagination;
  }

  @GET
  @Gives(value = SensorTagJson.class, list = true)
  @TakesAllOf(Pagination.class)
  public Response list(@Context Parameters parameters, @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        tags.list(pagination.page(parameters))
            .map(all -> all.stream().map(SensorTagJson::of).toList()));
  }

  @GET
  @Path("{id}")
  @Gives(SensorTagJson.class)
  public Object get(@PathParam("id") String id) {
    return SensorTagJson.of(tags.get(Answers.smallId("TagSensor", id)));
  }

  @POST
  @Gives(value = SensorTagJson.class, status = 201)
  @Takes(value = "name", required = true, about = "Unique; to 255 characters.")
  @Takes(value = "description", required = true, about = "To 5000 characters.")
  public Response create(@Auth Caller caller, @Context Parameters given) {
    return Answers.created(
        SensorTagJson.of(tags.create(caller, given.text("name"), given.text("description"))));
  }
}
