package org.kitstream.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Digests of secrets that are random themselves, and so need no salt and no slowness. */
public final class Hashes {

  private Hashes() {}

  /** The SHA-256 of the text in UTF-8. */
  public static byte[] sha256(String text) {
    return digest("SHA-256", text);
  }

  /** The SHA-1 of the text in UTF-8: no protection, but what older platforms stored. */
  static byte[] sha1(String text) {
    return digest("SHA-1", text);
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + algorithm, e);
    }
  }
}
