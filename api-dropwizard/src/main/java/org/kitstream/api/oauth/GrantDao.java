package org.kitstream.api.oauth;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface GrantDao {

  @SqlUpdate(
      """
      INSERT INTO oauth_codes (code_hash, application_id, user_id, redirect_uri, uri_was_given,
                               scopes, challenge, expires_at)
      VALUES (:codeHash, :applicationId, :userId, :redirectUri, :uriWasGiven, :scopes, :challenge,
              now() + make_interval(secs => :seconds))
      """)
  void insertCode(@BindMethods NewCode code, byte[] codeHash, long seconds);

  /** A used code is kept for a while, to notice when it comes again. */
  @SqlUpdate("DELETE FROM oauth_codes WHERE expires_at < now() - interval '1 day'")
  void deleteOldCodes();

  /** A used refresh token is kept for a while, for the same reason. */
  @SqlUpdate(
      """
      DELETE FROM oauth_tokens
       WHERE least(revoked_at, expires_at) < now() - make_interval(days => :days)
      """)
  int deleteOldTokens(int days);

  @SqlQuery(
      """
      SELECT c.id, c.application_id, c.user_id, c.redirect_uri, c.uri_was_given, c.scopes,
             c.challenge, c.grant_id, c.used_at IS NOT NULL AS used,
             c.expires_at > now() AND u.archived_at IS NULL AS alive
        FROM oauth_codes c
        JOIN users u ON u.id = c.user_id
       WHERE c.code_hash = :codeHash
         FOR UPDATE OF c
      """)
  Optional<StoredCode> lockCode(byte[] codeHash);

  @SqlUpdate("UPDATE oauth_codes SET used_at = now() WHERE id = :id")
  void useCode(long id);

  @SqlUpdate(
      """
      INSERT INTO oauth_tokens (kind, token_hash, application_id, user_id, scopes, grant_id,
                                expires_at)
      VALUES (:kind, :tokenHash, :grant.applicationId, :grant.userId, :grant.scopes, :grant.id,
              CASE WHEN :lifetimeSeconds > 0
                   THEN now() + make_interval(secs => :lifetimeSeconds) END)
      """)
  void insertToken(@BindMethods NewToken token, byte[] tokenHash);

  @SqlQuery(
      """
      SELECT t.id, t.kind, t.application_id, t.user_id, u.username, t.scopes, t.grant_id,
             t.created_at, t.expires_at,
             t.revoked_at IS NULL AND u.archived_at IS NULL
               AND (t.expires_at IS NULL OR t.expires_at > now()) AS active
        FROM oauth_tokens t
        LEFT JOIN users u ON u.id = t.user_id
       WHERE t.token_hash = :tokenHash
         FOR UPDATE OF t
      """)
  Optional<StoredToken> lockToken(byte[] tokenHash);

  @SqlUpdate(
      """
      UPDATE oauth_tokens
         SET revoked_at = now()
       WHERE grant_id = :grantId AND revoked_at IS NULL
      """)
  void revokeGrant(UUID grantId);
}
