package org.kitstream.api.oauth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an authorization code.
 *
 * @param uriWasGiven whether the request named the redirect URI, so that this one has to as well
 * @param challenge the S256 challenge of PKCE, if the request had one
 * @param alive false once it has expired or its user has left
 */
public record StoredCode(
    long id,
    long applicationId,
    long userId,
    String redirectUri,
    boolean uriWasGiven,
    String scopes,
    @Nullable String challenge,
    UUID grantId,
    boolean used,
    boolean alive) {

  Grant grant() {
    return new Grant(applicationId, userId, scopes, grantId);
  }
}
