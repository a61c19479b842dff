package org.kitstream.api.surface.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds credentials in a request. None of these methods judges them. */
@Takes(value = "access_token", about = "A token, instead of the Authorization header.")
@Takes(value = "bearer_token", about = "The same as access_token.")
public final class Credentials {

  private static final Pattern API_KEY =
      Pattern.compile("token\\s+token=\"?([^\",\\s]+)\"?.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEARER =
      Pattern.compile("(?:bearer|token)\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

  private Credentials() {}

  /** A user name and a password. */
  public record NameAndPassword(String username, String password) {}

  /** {@code access_token=T} in query, form or JSON body. */
  static Optional<String> tokenParameter(ContainerRequestContext request) {
    Parameters given = ParametersReader.given(request, Credentials.class);
    return Optional.ofNullable(given.presentText("access_token", null))
        .or(() -> Optional.ofNullable(given.presentText("bearer_token", null)));
  }

  /** {@code Authorization: Bearer T} and {@code Authorization: token T}. */
  static Optional<String> bearerToken(ContainerRequestContext request) {
    return authorization(request)
        .filter(header -> !API_KEY.matcher(header).matches())
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  /** {@code Authorization: Token token=KEY}. */
  static Optional<String> apiKey(ContainerRequestContext request) {
    return authorization(request)
        .map(API_KEY::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  /** {@code Authorization: Basic base64(name:password)}. */
  public static Optional<NameAndPassword> basic(ContainerRequestContext request) {
    return authorization(request)
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("basic "))
        .map(header -> header.substring("basic ".length()).trim())
        .flatMap(Credentials::decoded);
  }

  private static Optional<NameAndPassword> decoded(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 || pair.indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(new NameAndPassword(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> authorization(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        .map(String::trim);
  }
}
