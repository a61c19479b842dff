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

/** {@code /v0/devices/:id/errors} and {@code /v0/inventory}: what kits report. */
@Path("/v0")
@Produces(Answers.JSON)
public final class KitReportsResource {

  private final KitReports reports;
  private final Pagination pagination;

  public KitReportsResource(KitReports reports, Pagination pagination) {
    this.reports = reports;
    this.pagination = pagination;
  }

  @GET
  @Path("devices/{id}/errors")
  @Gives(value = KitError.class, list = true)
  public Response errors(
      @Auth Caller caller,
      @PathParam("id") String id,
      @Context Parameters parameters,
      @Context ContainerRequestContext request) {
    long deviceId = Answers.id("Device", id);
    return Pagination.response(
        request, reports.errors(caller, deviceId, pagination.page(parameters)));
  }

  @GET
  @Path("inventory")
  @Gives(value = InventoryJson.class, list = true)
  public Response inventory(
      @Auth Caller caller,
      @Context Parameters parameters,
      @Context ContainerRequestContext request) {
    return Pagination.response(
        request,
        reports
            .inventory(caller, pagination.page(parameters))
            .map(all -> all.stream().map(InventoryJson::of).toList()));
  }
}
