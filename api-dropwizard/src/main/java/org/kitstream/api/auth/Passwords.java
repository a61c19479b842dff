package org.kitstream.api.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Hashes of passwords: Argon2id with 19 MiB, two passes and one lane, as OWASP recommends. A hash
 * carries its own parameters, so these can change without touching what is stored. Thread-safe; one
 * check takes some ten milliseconds of a core.
 */
public final class Passwords {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final Argon2Function CURRENT =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  private Passwords() {}

  /** The hash to store. */
  public static String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(CURRENT).getResult();
  }

  /** Whether the hash was made from this password. */
  public static boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }
}
