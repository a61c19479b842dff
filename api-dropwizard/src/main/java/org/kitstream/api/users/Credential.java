package org.kitstream.api.users;

import org.jspecify.annotations.Nullable;

/**
 * What is stored to tell a user by.
 *
 * @param passwordHash null for somebody who has not signed in since an older platform
 * @param legacyDigest what that platform stored
 */
public record Credential(
    long userId, @Nullable String passwordHash, @Nullable String legacyDigest) {

  @Override
  public String toString() {
    return "Credential[secret]";
  }
}
