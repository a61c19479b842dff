package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.events.KitReports;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.users.Caller;

/** {@code /v0/inventory}: reports of factory tests, for admins. */
@Path("/v0/inventory")
@Produces(Answers.JSON)
public final class InventoryResource {

  private final KitReports reports;
  private final Pagination pagination;

  public InventoryResource(KitReports reports, Pagination pagination) {
    this.reports = reports;
    this.pagination = pagination;
  }

  @GET
  @Gives(value = InventoryJson.class, list = true)
  public Response list(
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
