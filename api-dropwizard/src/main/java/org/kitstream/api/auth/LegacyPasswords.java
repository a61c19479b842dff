package org.kitstream.api.auth;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Passwords as the oldest platform stored them: the SHA-1 of a salt of the server and the password,
 * in hexadecimal digits. Such a digest is only ever read, and replaced when its user signs in.
 *
 * @param salt the same for all users
 */
public record LegacyPasswords(String salt) {

  /** Whether the digest was made from this password. */
  public boolean matches(String password, String hexDigest) {
    try {
      byte[] stored = HexFormat.of().parseHex(hexDigest);
      return MessageDigest.isEqual(Hashes.sha1(salt + password), stored);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "LegacyPasswords[secret]";
  }
}
