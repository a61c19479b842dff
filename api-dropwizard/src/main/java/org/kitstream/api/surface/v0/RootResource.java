package org.kitstream.api.surface.v0;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.figures.Figures;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.PrettyPrint;

/** {@code /v0} itself, {@code /v0/version} and {@code /v0/metrics}. */
@Path("/v0")
@Produces(Answers.JSON)
public final class RootResource {

  private final Figures figures;
  private final Clock clock;

  public RootResource(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @GET
  @PrettyPrint.Always
  @Gives(RootJson.class)
  public Response categories(@Context UriInfo here) {
    return Response.ok(RootJson.at(here, VersionJson.BUILD.revision()))
        .header(HttpHeaders.CACHE_CONTROL, "max-age=300, public")
        .build();
  }

  @GET
  @Path("version")
  @Gives(RootResource.VersionJson.class)
  public Object version() {
    return VersionJson.BUILD;
  }

  @GET
  @Path("metrics")
  @Gives(MetricsJson.class)
  public Object metrics() {
    return MetricsJson.of(figures.devices(clock.instant()), figures.users(clock.instant()));
  }

  /**
   * What is running. Clients also look for the names of two tools that built the original.
   *
   * @param version as it was packaged; not known when it runs from classes
   */
  record VersionJson(
      String env,
      String version,
      @Nullable String ruby,
      @Nullable String rails,
      @Nullable String branch,
      String revision) {

    static final VersionJson BUILD =
        new VersionJson("production", packaged(), null, null, null, packaged());

    private static String packaged() {
      return Objects.requireNonNullElse(
          RootResource.class.getPackage().getImplementationVersion(), "unknown");
    }
  }
}
