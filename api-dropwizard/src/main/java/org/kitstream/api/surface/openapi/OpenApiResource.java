package org.kitstream.api.surface.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.kitstream.api.surface.http.Gives;

/** {@code /openapi.json} for programs, and {@code /docs} for people. */
@Path("/")
public final class OpenApiResource {

  /** The page needs nothing but itself and the document. */
  private static final String POLICY =
      "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline';"
          + " style-src 'unsafe-inline'";

  private final ObjectNode document;
  private final byte[] page;

  private OpenApiResource(ObjectNode document) {
    this.document = document;
    this.page = page();
  }

  /** Describes these resource classes, and itself. */
  public static OpenApiResource describing(Collection<Class<?>> resources) {
    List<Class<?>> all = new ArrayList<>(resources);
    all.add(OpenApiResource.class);
    return new OpenApiResource(Description.of(all));
  }

  @GET
  @Path("openapi")
  @Gives(ObjectNode.class)
  @Produces(MediaType.APPLICATION_JSON)
  public Response document() {
    return Response.ok(document).header("Cache-Control", "max-age=300, public").build();
  }

  @GET
  @Path("docs")
  @Gives(String.class)
  @Produces("text/html; charset=utf-8")
  public Response docs() {
    return Response.ok(page).header("Content-Security-Policy", POLICY).build();
  }

  private static byte[] page() {
    try (InputStream page = OpenApiResource.class.getResourceAsStream("docs.html")) {
      return Objects.requireNonNull(page, "docs.html").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
