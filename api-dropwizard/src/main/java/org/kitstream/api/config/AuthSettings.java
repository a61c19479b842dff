package org.kitstream.api.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Secrets.
 *
 * @param tokenSecret from which access tokens are derived; the same on every node, kept for ever
 * @param adminPassword of the user {@code admin} who is made when there is none; empty: none is
 *     made
 * @param legacySalt of the digests that the oldest platform stored, for users taken over from it
 * @param resetPage where the token of a mail to set a new password is used, the token behind it;
 *     empty: the mail has the token alone
 * @param oauthLifetime of an OAuth access token; 0: until it is revoked
 */
public record AuthSettings(
    @NotNull @Size(min = 32) String tokenSecret,
    @NotNull String adminPassword,
    @NotNull String legacySalt,
    @NotNull String resetPage,
    @NotNull @MinDuration(0) Duration oauthLifetime) {

  @Override
  public String toString() {
    return "AuthSettings[secret]";
  }
}
