package org.kitstream.api.surface.oauth;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kitstream.api.auth.RandomToken;

/**
 * A page from a file beside this class. Each <code>{{name}}</code> in it stands for a value, which
 * is text and nothing else. No page has a script, is kept by anybody, or shows inside another page.
 */
enum Page {
  AUTHORIZE("authorize.html"),
  REFUSED("refused.html");

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final int NONCE_BYTES = 16;

  private final String text;

  Page(String file) {
    this.text = read(file);
  }

  /** The page as an answer; a place without a value stays empty. */
  Response.ResponseBuilder answer(int status, Map<String, String> values) {
    String nonce = RandomToken.urlSafe(NONCE_BYTES);
    Map<String, String> all = new HashMap<>(values);
    all.put("nonce", nonce);
    String html =
        PLACE
            .matcher(text)
            .replaceAll(
                place -> Matcher.quoteReplacement(escaped(all.getOrDefault(place.group(1), ""))));
    return Response.status(status)
        .entity(html)
        .type("text/html; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", policy(nonce))
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY");
  }

  private static String policy(String nonce) {
    return "default-src 'none'; style-src 'nonce-"
        + nonce
        + "'; base-uri 'none'; "
        + "frame-ancestors 'none'";
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String read(String file) {
    try (InputStream stream = Page.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
