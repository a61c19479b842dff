package org.kitstream.api.users;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account. The password's hash never leaves this package.
 *
 * @param pictureVersion another one for every picture; null when there is none
 * @param forwardingToken names their forwarded readings; only of who was once a researcher
 * @param forwardingUsername by which they read what is forwarded
 */
public record User(
    long id,
    UUID uuid,
    String username,
    String email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String city,
    @Nullable String countryCode,
    @Nullable String url,
    @Nullable String avatar,
    @Nullable String pictureVersion,
    int roleMask,
    @Nullable String forwardingToken,
    @Nullable String forwardingUsername,
    Instant createdAt,
    Instant updatedAt) {

  public Role role() {
    return Role.ofMask(roleMask);
  }

  /** Without what only the user should see. */
  @Override
  public String toString() {
    return "User[" + id + ']';
  }
}
