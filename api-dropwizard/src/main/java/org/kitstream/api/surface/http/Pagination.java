package org.kitstream.api.surface.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;

/** Which page a request asks for, and the headers that lead to the others. */
@Takes(
    value = "page",
    as = Kind.INTEGER,
    about = "The page, counted from 1; anything else counts as 1.")
@Takes(
    value = "per_page",
    as = Kind.INTEGER,
    about = "Items on a page; anything but a positive number counts as 25.")
public final class Pagination {

  private static final String PAGE = "page";

  private final int maxPerPage;

  /**
   * @param maxPerPage items on a page at most; who asks for more gets so many
   */
  public Pagination(int maxPerPage) {
    this.maxPerPage = maxPerPage;
  }

  /** The page asked for. What makes no sense counts as not asked for. */
  public Page page(Parameters parameters) {
    long number = positive(parameters.text(PAGE), 1);
    long size = positive(parameters.text("per_page"), Page.DEFAULT_SIZE);
    return new Page(number, (int) Math.min(size, maxPerPage));
  }

  /** The page as an answer: its items, and the headers {@code Total, Per-Page, Link}. */
  public static Response response(ContainerRequestContext request, Paged<?> paged) {
    Response.ResponseBuilder answer =
        Response.ok(paged.items())
            .header("Total", paged.total())
            .header("Per-Page", paged.page().size());
    List<String> links = links(ApiPaths.askedUri(request), paged.page(), paged.total());
    return links.isEmpty()
        ? answer.build()
        : answer.header("Link", String.join(", ", links)).build();
  }

  static List<String> links(URI asked, Page page, long total) {
    long last = page.lastOf(total);
    List<String> links = new ArrayList<>();
    if (page.number() > 1 && last > 1) {
      links.add(link(asked, 1, "first"));
    }
    if (page.number() < last) {
      links.add(link(asked, last, "last"));
      links.add(link(asked, page.number() + 1, "next"));
    }
    if (page.number() > 1 && last > 1) {
      links.add(link(asked, page.number() - 1, "prev"));
    }
    return links;
  }

  private static String link(URI asked, long number, String relation) {
    URI target = UriBuilder.fromUri(asked).replaceQueryParam(PAGE, number).build();
    return "<" + target + ">; rel=\"" + relation + '"';
  }

  private static long positive(@Nullable String text, long otherwise) {
    try {
      long number = text == null ? otherwise : Long.parseLong(text.trim());
      return number < 1 ? otherwise : number;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
