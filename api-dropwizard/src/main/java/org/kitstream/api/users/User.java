package org.kitstream.api.users;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with an account. The password's hash never leaves this package. */
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
    int roleMask,
    Instant createdAt,
    Instant updatedAt) {

  public Role role() {
    return Role.ofMask(roleMask);
  }
}
