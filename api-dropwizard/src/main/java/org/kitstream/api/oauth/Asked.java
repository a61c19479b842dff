package org.kitstream.api.oauth;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an application's request to act for a user. */
public sealed interface Asked {

  /** The request cannot be trusted to name where to send the user back to; the user is told why. */
  record Refused(String reason) implements Asked {}

  /** The request is wrong, and the application hears of it at this address. */
  record SentBack(URI target) implements Asked {}

  /**
   * The user is to be asked.
   *
   * @param uriWasGiven whether the request named the redirect URI
   * @param challenge the S256 challenge of PKCE, if any
   * @param state what the application wants to have back
   */
  record OfUser(
      Application application,
      URI redirectUri,
      boolean uriWasGiven,
      List<String> scopes,
      @Nullable String challenge,
      @Nullable String state)
      implements Asked {}
}
