package org.kitstream.api.devices;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.paging.Page;

@RegisterConstructorMapper(Device.class)
@RegisterConstructorMapper(OwnedDevice.class)
@RegisterConstructorMapper(TagName.class)
interface DeviceDao {

  @SqlQuery(
      """
      SELECT id, uuid, owner_id, name, description, kit_id, mac_address, device_token,
             latitude, longitude, elevation, exposure, geohash, city, country_code, hardware_info,
             hardware_name_override AS hardware_name, hardware_type_override AS hardware_type,
             hardware_version_override AS hardware_version,
             hardware_slug_override AS hardware_slug,
             is_private, is_test, precise_location, enable_forwarding, notify_low_battery,
             notify_stopped_publishing, meta, revision,
             ARRAY(SELECT t.name
                     FROM device_tags dt
                     JOIN tags t ON t.id = dt.tag_id
                    WHERE dt.device_id = devices.id
                    ORDER BY t.name) AS tags,
             created_at, updated_at
        FROM devices
       WHERE id = ANY(:ids) AND archived_at IS NULL
       ORDER BY id
      """)
  List<Device> find(Collection<Long> ids);

  @SqlQuery("SELECT id FROM devices WHERE id = :id AND archived_at IS NULL FOR UPDATE")
  Optional<Long> lock(long id);

  @SqlQuery(
      """
      SELECT id
        FROM devices
       WHERE archived_at IS NULL AND (NOT is_private OR :all OR owner_id = :callerId)
       ORDER BY id
       LIMIT :size OFFSET :offset
      """)
  List<Long> visibleIds(boolean all, @Nullable Long callerId, @BindMethods Page page);

  @SqlQuery(
      """
      SELECT count(*)
        FROM devices
       WHERE archived_at IS NULL AND (NOT is_private OR :all OR owner_id = :callerId)
      """)
  long countVisible(boolean all, @Nullable Long callerId);

  @SqlQuery(
      """
      SELECT owner_id, id
        FROM devices
       WHERE owner_id = ANY(:ownerIds)
         AND archived_at IS NULL AND (NOT is_private OR :all OR owner_id = :callerId)
       ORDER BY owner_id, id
      """)
  List<OwnedDevice> visibleOf(Collection<Long> ownerIds, boolean all, @Nullable Long callerId);

  @SqlUpdate(
      """
      INSERT INTO devices (owner_id, name, description, kit_id, mac_address, device_token,
                           latitude, longitude, elevation, exposure, geohash,
                           hardware_name_override, hardware_type_override,
                           hardware_version_override, hardware_slug_override,
                           is_private, is_test, precise_location, enable_forwarding,
                           notify_low_battery, notify_stopped_publishing, meta)
      VALUES (:ownerId, :name, :description, :kitId, :macAddress, :token,
              :placement.latitude, :placement.longitude, :placement.elevation,
              :placement.exposure, :geohash,
              :hardware.name, :hardware.type, :hardware.version, :hardware.slug,
              :policy.isPrivate, :policy.isTest, :policy.preciseLocation,
              :policy.enableForwarding, :policy.notifyLowBattery,
              :policy.notifyStoppedPublishing, CAST(:meta AS jsonb))
      """)
  @GetGeneratedKeys("id")
  long insert(long ownerId, @BindMethods DeviceDraft draft, @Nullable String geohash);

  @SqlUpdate(
      """
      UPDATE devices
         SET name = :name, description = :description, kit_id = :kitId,
             mac_address = :macAddress, device_token = :token,
             latitude = :placement.latitude, longitude = :placement.longitude,
             elevation = :placement.elevation, exposure = :placement.exposure,
             geohash = :geohash,
             hardware_name_override = :hardware.name, hardware_type_override = :hardware.type,
             hardware_version_override = :hardware.version,
             hardware_slug_override = :hardware.slug,
             is_private = :policy.isPrivate, is_test = :policy.isTest,
             precise_location = :policy.preciseLocation,
             enable_forwarding = :policy.enableForwarding,
             notify_low_battery = :policy.notifyLowBattery,
             notify_stopped_publishing = :policy.notifyStoppedPublishing,
             meta = CAST(:meta AS jsonb),
             revision = revision + 1, updated_at = now()
       WHERE id = :id
      """)
  void update(long id, @BindMethods DeviceDraft draft, @Nullable String geohash);

  /** Whoever uses an address last has it. */
  @SqlUpdate(
      """
      UPDATE devices
         SET old_mac_address = mac_address, mac_address = NULL
       WHERE mac_address = :macAddress AND id <> :exceptId
      """)
  void takeMacAddress(String macAddress, long exceptId);

  @SqlUpdate(
      """
      UPDATE devices
         SET archived_at = now(), old_mac_address = coalesce(mac_address, old_mac_address),
             mac_address = NULL, revision = revision + 1
       WHERE id = :id
      """)
  void archive(long id);

  @SqlQuery("SELECT EXISTS (SELECT FROM devices WHERE device_token = :token AND id <> :exceptId)")
  boolean isTokenTaken(String token, long exceptId);

  @SqlQuery("SELECT EXISTS (SELECT FROM kits WHERE id = :kitId)")
  boolean kitExists(int kitId);

  @SqlQuery("SELECT id, name FROM tags WHERE name = ANY(:names)")
  List<TagName> findTags(Collection<String> names);

  @SqlUpdate("DELETE FROM device_tags WHERE device_id = :deviceId")
  void removeTags(long deviceId);

  @SqlUpdate(
      """
      INSERT INTO device_tags (device_id, tag_id)
      SELECT :deviceId, tag_id
        FROM unnest(:tagIds) AS tag_id
      """)
  void addTags(long deviceId, @Bind("tagIds") Collection<Integer> tagIds);
}
