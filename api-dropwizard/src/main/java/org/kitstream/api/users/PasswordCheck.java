package org.kitstream.api.users;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.auth.LegacyPasswords;
import org.kitstream.api.auth.Passwords;
import org.kitstream.api.auth.RandomToken;

/**
 * Tells whether somebody is who they say. It takes as long for a user that there is not, so that
 * nobody learns by the clock who has an account. Holds no connection while it hashes, which is slow
 * on purpose. Thread-safe.
 */
final class PasswordCheck {

  private static final int DECOY_BYTES = 16;

  private final Jdbi jdbi;
  private final LegacyPasswords legacy;

  /** Nobody's: what is compared with it is only to take its time. */
  private final String decoy = Passwords.hash(RandomToken.hex(DECOY_BYTES));

  PasswordCheck(Jdbi jdbi, LegacyPasswords legacy) {
    this.jdbi = jdbi;
    this.legacy = legacy;
  }

  /** Whether the credential is there and the password its own. */
  boolean matches(Optional<Credential> credential, String password) {
    if (credential.isPresent() && isLegacy(credential.get(), password)) {
      rehash(credential.get(), password);
      return true;
    }
    Optional<String> hash = credential.map(Credential::passwordHash);
    boolean same = Passwords.matches(password, hash.orElse(decoy));
    return same && hash.isPresent();
  }

  private boolean isLegacy(Credential credential, String password) {
    String digest = credential.legacyDigest();
    return credential.passwordHash() == null && digest != null && legacy.matches(password, digest);
  }

  private void rehash(Credential credential, String password) {
    String hash = Passwords.hash(password);
    jdbi.useExtension(UserDao.class, dao -> dao.setPassword(credential.userId(), hash));
  }
}
