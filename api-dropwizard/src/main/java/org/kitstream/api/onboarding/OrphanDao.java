package org.kitstream.api.onboarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OrphanDao {

  @SqlQuery(
      """
      SELECT id, name, description, kit_id, exposure, latitude, longitude,
             NULL::double precision AS elevation, user_tags, device_token, onboarding_session,
             device_handshake, created_at, updated_at
        FROM orphan_devices
       WHERE onboarding_session = :session
      """)
  Optional<OrphanDevice> find(UUID session);

  @SqlQuery(
      """
      SELECT EXISTS (SELECT FROM devices WHERE device_token = :token)
          OR EXISTS (SELECT FROM orphan_devices WHERE device_token = :token)
      """)
  boolean isTokenTaken(String token);

  @SqlQuery("SELECT EXISTS (SELECT FROM kits WHERE id = :id)")
  boolean kitExists(int id);

  @SqlUpdate(
      """
      INSERT INTO orphan_devices (name, description, kit_id, exposure, latitude, longitude,
                                  user_tags, device_token)
      VALUES (:name, :description, :kitId, :placement.exposure, :placement.latitude,
              :placement.longitude, :userTags, :token)
      """)
  @GetGeneratedKeys("onboarding_session")
  UUID insert(String token, @BindMethods OrphanDraft draft);

  @SqlUpdate(
      """
      UPDATE orphan_devices
         SET name = :name, description = :description, kit_id = :kitId,
             exposure = :placement.exposure, latitude = :placement.latitude,
             longitude = :placement.longitude, user_tags = :userTags, updated_at = now()
       WHERE onboarding_session = :session
      """)
  void update(UUID session, @BindMethods OrphanDraft draft);

  @SqlQuery(
      """
      SELECT username
        FROM users
       WHERE lower(email) = lower(:email) AND archived_at IS NULL
      """)
  Optional<String> usernameOfEmail(String email);

  @SqlUpdate("DELETE FROM orphan_devices WHERE updated_at < :before")
  int deleteUntouchedSince(Instant before);
}
