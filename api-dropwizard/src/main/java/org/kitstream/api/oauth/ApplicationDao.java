package org.kitstream.api.oauth;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ApplicationDao {

  @SqlQuery(
      """
      SELECT id, owner_id, name, uid, redirect_uri, scopes, confidential, created_at, updated_at
        FROM oauth_applications
       WHERE owner_id = :ownerId
       ORDER BY id
      """)
  List<Application> ofOwner(long ownerId);

  @SqlQuery(
      """
      SELECT id, owner_id, name, uid, redirect_uri, scopes, confidential, created_at, updated_at
        FROM oauth_applications
       WHERE id = :id AND owner_id = :ownerId
      """)
  Optional<Application> find(long id, long ownerId);

  @SqlQuery(
      """
      SELECT a.id, a.owner_id, a.name, a.uid, a.redirect_uri, a.scopes, a.confidential,
             a.created_at, a.updated_at
        FROM oauth_applications a
        JOIN users u ON u.id = a.owner_id AND u.archived_at IS NULL
       WHERE a.uid = :uid
      """)
  Optional<Application> findByUid(String uid);

  /** In hexadecimal digits. */
  @SqlQuery("SELECT encode(secret_hash, 'hex') FROM oauth_applications WHERE id = :id")
  Optional<String> secretHash(long id);

  @SqlUpdate(
      """
      INSERT INTO oauth_applications (owner_id, name, uid, secret_hash, redirect_uri, scopes,
                                      confidential)
      VALUES (:ownerId, :name, :uid, :secretHash, :redirectUri, :storedScopes, :confidential)
      """)
  @GetGeneratedKeys("id")
  long insert(long ownerId, @BindMethods ApplicationDraft draft, String uid, byte[] secretHash);

  @SqlUpdate(
      """
      UPDATE oauth_applications
         SET name = :name, redirect_uri = :redirectUri, scopes = :storedScopes,
             confidential = :confidential, updated_at = now()
       WHERE id = :id
      """)
  void update(long id, @BindMethods ApplicationDraft draft);

  @SqlUpdate("DELETE FROM oauth_applications WHERE id = :id")
  void delete(long id);
}
