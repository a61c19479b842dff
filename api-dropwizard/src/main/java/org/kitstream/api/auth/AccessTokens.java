package org.kitstream.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;

/**
 * The tokens by which programs act for a user. A token is derived from a secret of the server, so
 * that a second login can show it again, while only its SHA-256 is stored: neither a copy of the
 * database nor the secret alone opens anything. Thread-safe.
 */
public final class AccessTokens {

  private static final String HMAC = "HmacSHA256";

  private final Jdbi jdbi;
  private final SecretKeySpec secret;

  /**
   * @param secret known to every api node and to nobody else; another secret ends no token that was
   *     issued, but the next login replaces it
   */
  public AccessTokens(Jdbi jdbi, String secret) {
    this.jdbi = jdbi;
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
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
            if (MessageDigest.isEqual(inForce.get().tokenHash(), sha256(token))) {
              return token;
            }
            dao.revoke(inForce.get().id());
          }
          int serial = dao.lastSerial(userId, kind.wireName()) + 1;
          String token = derive(userUuid, kind, serial);
          dao.insert(userId, kind.wireName(), serial, sha256(token));
          return token;
        });
  }

  /** The id of the user for whom the token speaks. */
  public Optional<Long> userOf(String token) {
    return jdbi.withExtension(AccessTokenDao.class, dao -> dao.findUser(sha256(token)));
  }

  private String derive(UUID userUuid, TokenKind kind, int serial) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      byte[] code =
          mac.doFinal(
              (kind.wireName() + ':' + userUuid + ':' + serial).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(code).substring(0, kind.length());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + HMAC, e);
    }
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
