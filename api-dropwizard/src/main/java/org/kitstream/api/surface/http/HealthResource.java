package org.kitstream.api.surface.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.kitstream.api.health.Readiness;

/** {@code /health}: 200 when this node can serve, else 503, with the reasons. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

  private final Readiness readiness;

  public HealthResource(Readiness readiness) {
    this.readiness = readiness;
  }

  @GET
  @Gives(Readiness.Report.class)
  @Refuses(status = 503, with = Readiness.Report.class)
  public Response get() {
    Readiness.Report report = readiness.report();
    Response.Status status =
        report.ready() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE;
    return Response.status(status).entity(report).build();
  }
}
