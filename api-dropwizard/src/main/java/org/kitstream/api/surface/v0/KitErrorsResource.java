package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.events.KitError;
import org.kitstream.api.events.KitReports;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.users.Caller;

/** {@code /v0/devices/:id/errors}: what a kit reported as gone wrong with it. */
@Path("/v0/devices/{id}/errors")
@Produces(Answers.JSON)
public final class KitErrorsResource {

  private final KitReports reports;
  private final Pagination pagination;

  public KitErrorsResource(KitReports reports, Pagination pagination) {
    this.reports = reports;
    this.pagination = pagination;
  }

  @GET
  @Gives(value = KitError.class, list = true)
  public Response list(
      @Auth Caller caller,
      @PathParam("id") String id,
      @Context Parameters parameters,
      @Context ContainerRequestContext request) {
    long deviceId = Answers.id("Device", id);
    return Pagination.response(
        request, reports.errors(caller, deviceId, pagination.page(parameters)));
  }
}
