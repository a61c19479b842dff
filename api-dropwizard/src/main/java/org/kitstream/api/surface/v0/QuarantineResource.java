package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.quarantine.EntryGroup;
import org.kitstream.api.quarantine.Quarantine;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/quarantine}: what waits on the whole platform, by device and reason; for admins. */
@Path("/v0/quarantine")
@Produces(Answers.JSON)
public final class QuarantineResource {

  private final Quarantine quarantine;
  private final Pagination pagination;

  public QuarantineResource(Quarantine quarantine, Pagination pagination) {
    this.quarantine = quarantine;
    this.pagination = pagination;
  }

  @GET
  @TakesAllOf(Pagination.class)
  @Gives(value = EntryGroup.class, list = true)
  public Response list(
      @Auth Caller caller,
      @Context ContainerRequestContext request,
      @Context Parameters parameters) {
    return Pagination.response(request, quarantine.groups(caller, pagination.page(parameters)));
  }
}
