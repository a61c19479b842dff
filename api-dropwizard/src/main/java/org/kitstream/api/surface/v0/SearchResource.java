package org.kitstream.api.surface.v0;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.search.GlobalSearch;
import org.kitstream.api.search.Hit;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.users.Caller;

/** {@code /v0/search}. */
@Path("/v0/search")
@Produces(Answers.JSON)
public final class SearchResource {

  private static final Map<String, String> NO_QUERY =
      Map.of("Warning", "No query parameter. Use: /search?q=london");

  private final GlobalSearch search;
  private final Pagination pagination;

  public SearchResource(GlobalSearch search, Pagination pagination) {
    this.search = search;
    this.pagination = pagination;
  }

  /** What a caller finds may be theirs alone, so only nobody's answers are for all. */
  @GET
  public Response find(
      @Auth Caller caller,
      @Context Parameters parameters,
      @Context ContainerRequestContext request) {
    String text = parameters.presentText("q", null);
    if (text == null) {
      return Response.ok(NO_QUERY).build();
    }
    UriInfo here = request.getUriInfo();
    Paged<Hit> found = search.find(caller, text, pagination.page(parameters));
    List<Object> items = found.items().stream().map(hit -> HitJson.of(hit, here)).toList();
    return Response.fromResponse(Pagination.response(request, found.map(hits -> items)))
        .header(
            HttpHeaders.CACHE_CONTROL,
            "max-age=5, " + (caller.user() == null ? "public" : "private"))
        .build();
  }
}
