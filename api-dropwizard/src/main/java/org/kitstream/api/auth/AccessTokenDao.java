package org.kitstream.api.auth;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AccessTokenDao {

  @SqlQuery("SELECT id FROM users WHERE id = :userId FOR UPDATE")
  Optional<Long> lockUser(long userId);

  @SqlQuery(
      """
      SELECT id, serial, token_hash
        FROM access_tokens
       WHERE user_id = :userId AND kind = :kind AND revoked_at IS NULL
       ORDER BY serial DESC
       LIMIT 1
      """)
  Optional<IssuedToken> inForce(long userId, String kind);

  @SqlQuery(
      """
      SELECT coalesce(max(serial), 0)
        FROM access_tokens
       WHERE user_id = :userId AND kind = :kind
      """)
  int lastSerial(long userId, String kind);

  @SqlUpdate(
      """
      INSERT INTO access_tokens (user_id, kind, serial, token_hash)
      VALUES (:userId, :kind, :serial, :tokenHash)
      """)
  void insert(long userId, String kind, int serial, byte[] tokenHash);

  @SqlUpdate("UPDATE access_tokens SET revoked_at = now() WHERE id = :id")
  void revoke(long id);

  @SqlUpdate(
      "UPDATE access_tokens SET revoked_at = now() WHERE user_id = :userId AND revoked_at IS NULL")
  void revokeAll(long userId);

  @SqlUpdate(
      "UPDATE oauth_tokens SET revoked_at = now() WHERE user_id = :userId AND revoked_at IS NULL")
  void revokeGrants(long userId);

  @SqlQuery(
      """
      SELECT user_id
        FROM access_tokens
       WHERE token_hash = :tokenHash AND revoked_at IS NULL
       UNION ALL
      SELECT user_id
        FROM oauth_tokens
       WHERE token_hash = :tokenHash AND kind = 'access' AND user_id IS NOT NULL
         AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
      """)
  Optional<Long> findUser(byte[] tokenHash);
}
