package org.kitstream.api.config;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Secrets.
 *
 * @param tokenSecret from which access tokens are derived; the same on every node, kept for ever
 * @param adminPassword of the user {@code admin} who is made when there is none; empty: none is
 *     made
 */
public record AuthSettings(
    @NotNull @Size(min = 32) String tokenSecret, @NotNull String adminPassword) {

  @Override
  public String toString() {
    return "AuthSettings[secret]";
  }
}
