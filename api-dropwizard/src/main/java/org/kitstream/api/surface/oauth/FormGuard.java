package org.kitstream.api.surface.oauth;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.auth.RandomToken;
import org.kitstream.api.auth.ServerSecret;

/**
 * Makes sure that a form was sent from our own page: it carries what only this server can derive
 * from the cookie that the page came with. Thread-safe.
 */
public final class FormGuard {

  static final String COOKIE = "kitstream_form";
  static final String FIELD = "csrf";

  private static final int BYTES = 16;
  private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final ServerSecret secret;

  public FormGuard(ServerSecret secret) {
    this.secret = secret;
  }

  /** The cookie for the next page: the one that the browser has, so that several pages work. */
  NewCookie cookie(@Nullable Cookie present, boolean secure) {
    String value =
        present != null && OURS.matcher(present.getValue()).matches()
            ? present.getValue()
            : RandomToken.urlSafe(BYTES);
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/oauth")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** What the form has to carry beside this cookie. */
  String field(Cookie cookie) {
    return secret.derive("form:" + cookie.getValue());
  }

  /** Whether cookie and field belong together. */
  boolean isOurs(@Nullable Cookie cookie, @Nullable String field) {
    return cookie != null
        && field != null
        && MessageDigest.isEqual(
            field(cookie).getBytes(StandardCharsets.UTF_8), field.getBytes(StandardCharsets.UTF_8));
  }
}
