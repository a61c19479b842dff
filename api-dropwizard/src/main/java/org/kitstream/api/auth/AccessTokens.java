package org.kitstream.api.auth;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tokens by which programs act for a user. A token is derived from a secret of the server, so
 * that a second login can show it again, while only its SHA-256 is stored: neither a copy of the
 * database nor the secret alone opens anything. Thread-safe.
 */
public final class AccessTokens {

  private final Jdbi jdbi;
  private final ServerSecret secret;

  /**
   * @param secret another secret ends no token that was issued, but the next login replaces it
   */
  public AccessTokens(Jdbi jdbi, ServerSecret secret) {
    this.jdbi = jdbi;
    this.secret = secret;
  }

  /** The user's token of that kind: the one that is in force, else a new one. */
  public String issue(long userId, UUID userUuid, TokenKind kind) {
    return jdbi.inTransaction(
        handle -> {
          AccessTokenDao dao = handle.attach(AccessTokenDao.class);
          dao.lockUser(userId);
          Optional<IssuedToken> inForce = dao.inForce(userId, kind.wireName());
          if (inForce.isPresent()) {
            String token = derive(userUuid, kind, inForce.get().serial());
            if (MessageDigest.isEqual(inForce.get().tokenHash(), Hashes.sha256(token))) {
              return token;
            }
            dao.revoke(inForce.get().id());
          }
          int serial = dao.lastSerial(userId, kind.wireName()) + 1;
          String token = derive(userUuid, kind, serial);
          dao.insert(userId, kind.wireName(), serial, Hashes.sha256(token));
          return token;
        });
  }

  /** The id of the user for whom the token speaks; an OAuth token may speak for nobody. */
  public Optional<Long> userOf(String token) {
    return jdbi.withExtension(AccessTokenDao.class, dao -> dao.findUser(Hashes.sha256(token)));
  }

  /** Ends every token of the user, however it was issued, in the handle's transaction. */
  public void revokeAll(Handle handle, long userId) {
    AccessTokenDao dao = handle.attach(AccessTokenDao.class);
    dao.revokeAll(userId);
    dao.revokeGrants(userId);
  }

  private String derive(UUID userUuid, TokenKind kind, int serial) {
    return secret
        .derive(kind.wireName() + ':' + userUuid + ':' + serial)
        .substring(0, kind.length());
  }
}
