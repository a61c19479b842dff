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
import org.kitstream.api.paging.Paged;
import org.kitstream.api.search.GlobalSearch;
import org.kitstream.api.search.Hit;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.Caller;

/** {@code /v0/search}. */
@Path("/v0/search")
@Produces(Answers.JSON)
public final class SearchResource {

  private final GlobalSearch search;
  private final Pagination pagination;

  public SearchResource(GlobalSearch search, Pagination pagination) {
    this.search = search;
    this.pagination = pagination;
  }

  /** What a caller finds may be theirs alone, so only nobody's answers are for all. */
  @GET
  @Gives(value = HitJson.class, list = true, or = HitJson.NoQuery.class)
  @TakesAllOf(Pagination.class)
  @Takes(value = "q", about = "Words, or the beginnings of words.")
  public Response find(
      @Auth Caller caller,
      @Context Parameters parameters,
      @Context ContainerRequestContext request) {
    String text = parameters.presentText("q", null);
    if (text == null) {
      return Response.ok(HitJson.NoQuery.ANSWER).build();
    }
    UriInfo here = request.getUriInfo();
    Paged<Hit> found = search.find(caller, text, pagination.page(parameters));
    List<HitJson> items = found.items().stream().map(hit -> HitJson.of(hit, here)).toList();
    return Response.fromResponse(Pagination.response(request, found.map(hits -> items)))
        .header(
            HttpHeaders.CACHE_CONTROL,
            "max-age=5, " + (caller.user() == null ? "public" : "private"))
        .build();
  }
}
