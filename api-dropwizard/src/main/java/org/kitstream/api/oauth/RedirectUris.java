package org.kitstream.api.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be registered as an address to send users back to: https anywhere, http on this machine
 * only (RFC 8252, section 7.3), and the private schemes of apps, which have a dot (section 7.1).
 */
final class RedirectUris {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private RedirectUris() {}

  static Stream<String> split(String text) {
    return Arrays.stream(text.trim().split("\\s+")).filter(uri -> !uri.isEmpty());
  }

  /** What is wrong with the first wrong one. */
  static Optional<String> problem(String text) {
    return split(text).map(RedirectUris::problemOfOne).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> problemOfOne(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      if (scheme == null) {
        return Optional.of("must be an absolute URI");
      }
      if (uri.getRawFragment() != null) {
        return Optional.of("cannot contain a fragment");
      }
      return isSafe(scheme, uri.getHost())
          ? Optional.empty()
          : Optional.of("must be an HTTPS/SSL URI");
    } catch (URISyntaxException e) {
      return Optional.of("must be a valid URI");
    }
  }

  private static boolean isSafe(String scheme, @Nullable String host) {
    if (scheme.equalsIgnoreCase("https")) {
      return host != null;
    }
    if (scheme.equalsIgnoreCase("http")) {
      return host != null && LOOPBACK.contains(host);
    }
    return scheme.indexOf('.') > 0;
  }
}
