package org.kitstream.api.surface.oauth;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.oauth.Asked;
import org.kitstream.api.oauth.Authorizations;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.surface.http.TakesAllOf;
import org.kitstream.api.users.User;
import org.kitstream.api.users.Users;

/**
 * {@code /oauth/authorize}: a user signs in and allows an application to act for them, in one step.
 * There is no session, so that nothing can be allowed without the password.
 */
@Path("/oauth/authorize")
@Produces("text/html; charset=utf-8")
public final class AuthorizeResource {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final Authorizations authorizations;
  private final Users users;
  private final FormGuard guard;

  public AuthorizeResource(Authorizations authorizations, Users users, FormGuard guard) {
    this.authorizations = authorizations;
    this.users = users;
    this.guard = guard;
  }

  /** The page as it is shown: the form's cookie as the browser sent it, and what is to be said. */
  private record Shown(
      UriInfo uri, @Nullable Cookie cookie, int status, String username, String problem) {}

  @GET
  @Gives(String.class)
  @TakesAllOf(AuthorizeParameters.class)
  @Refuses(status = 400, with = String.class)
  @Refuses(status = 303, with = String.class)
  public Response ask(
      @Context UriInfo uri, @CookieParam(FormGuard.COOKIE) @Nullable Cookie cookie) {
    return answer(asked(uri), asked -> page(asked, new Shown(uri, cookie, OK, "", "")));
  }

  @POST
  @Gives(value = Void.class, status = 303)
  @TakesAllOf(AuthorizeParameters.class)
  @Takes(value = "decision", about = "allow; anything else denies.")
  @Takes(value = "username", about = "Who allows it.")
  @Takes(value = "password", about = "Theirs.")
  @Takes(value = FormGuard.FIELD, about = "As the page has it.")
  @Refuses(status = 400, with = String.class)
  @Refuses(status = 401, with = String.class)
  @Refuses(status = 403, with = String.class)
  public Response decide(
      @Context UriInfo uri,
      @Context Parameters given,
      @CookieParam(FormGuard.COOKIE) @Nullable Cookie cookie) {
    return answer(asked(uri), asked -> decided(asked, uri, given, cookie));
  }

  private Asked asked(UriInfo uri) {
    String query = uri.getRequestUri().getRawQuery();
    return authorizations.asked(query == null || query.contains(OauthHttp.NUL) ? "" : query);
  }

  /** What is to be done with a user who can be asked. */
  private interface Answering {
    Response to(Asked.OfUser asked);
  }

  private static Response answer(Asked asked, Answering answering) {
    if (asked instanceof Asked.OfUser ofUser) {
      return answering.to(ofUser);
    }
    return asked instanceof Asked.SentBack back
        ? sentTo(back.target())
        : Page.REFUSED
            .answer(BAD_REQUEST, Map.of("reason", ((Asked.Refused) asked).reason()))
            .build();
  }

  private Response decided(
      Asked.OfUser asked, UriInfo uri, Parameters given, @Nullable Cookie cookie) {
    String username = Objects.requireNonNullElse(given.text("username"), "");
    if (!guard.isOurs(cookie, given.text(FormGuard.FIELD))) {
      String problem = "This page was open for too long. Please try again.";
      return page(asked, new Shown(uri, cookie, FORBIDDEN, username, problem));
    }
    if (!"allow".equals(given.text("decision"))) {
      return sentTo(authorizations.deny(asked));
    }
    String password = Objects.requireNonNullElse(given.text("password"), "");
    Optional<User> user = users.findByLogin(username, password);
    String problem = "User name and password do not belong together.";
    return user.map(known -> sentTo(authorizations.allow(asked, known)))
        .orElseGet(() -> page(asked, new Shown(uri, cookie, UNAUTHORIZED, username, problem)));
  }

  private Response page(Asked.OfUser asked, Shown shown) {
    boolean secure = "https".equals(shown.uri().getRequestUri().getScheme());
    NewCookie cookie = guard.cookie(shown.cookie(), secure);
    return Page.AUTHORIZE
        .answer(
            shown.status(),
            Map.of(
                "application", asked.application().name(),
                "target", target(asked.redirectUri()),
                "scopes", asked.scopes().isEmpty() ? "none" : String.join(" ", asked.scopes()),
                "problem", shown.problem(),
                "csrf", guard.field(cookie),
                "username", shown.username()))
        .cookie(cookie)
        .build();
  }

  private static String target(URI redirectUri) {
    return redirectUri.getHost() == null ? redirectUri.getScheme() + ":" : redirectUri.getHost();
  }

  private static Response sentTo(URI target) {
    return Response.seeOther(target)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
