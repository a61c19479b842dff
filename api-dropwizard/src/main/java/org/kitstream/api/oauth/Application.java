package org.kitstream.api.oauth;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A program that acts for users.
 *
 * @param uid by which it names itself, its client id
 * @param redirectUri where users may be sent back to; several stand apart by spaces
 * @param scopes it may ask for, apart by spaces; empty: any, for none restricts anything
 * @param confidential whether it can keep a secret
 */
public record Application(
    long id,
    long ownerId,
    String name,
    String uid,
    String redirectUri,
    String scopes,
    boolean confidential,
    Instant createdAt,
    Instant updatedAt) {

  /** Where users may be sent back to, one by one. */
  List<URI> redirectUris() {
    return RedirectUris.split(redirectUri).map(URI::create).toList();
  }
}
