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

@RegisterConstructorMapper(Device.class)
@RegisterConstructorMapper(OwnedDevice.class)
@RegisterConstructorMapper(TagName.class)
interface DeviceDao {

  @SqlQuery(
      """
      SELECT d.id, d.uuid, d.owner_id, d.name, d.description, d.kit_id, d.mac_address,
             d.device_token, d.latitude, d.longitude, d.elevation, d.exposure, d.geohash, d.city,
             d.country_code, d.hardware_info,
             d.hardware_name_override AS hardware_name, d.hardware_type_override AS hardware_type,
             d.hardware_version_override AS hardware_version,
             d.hardware_slug_override AS hardware_slug,
             d.is_private, d.is_test, d.precise_location, d.enable_forwarding,
             d.notify_low_battery, d.notify_stopped_publishing, d.forwarding_destination_id,
             d.meta, d.config, d.revision,
             ARRAY(SELECT t.name
                     FROM device_tags dt
                     JOIN tags t ON t.id = dt.tag_id
                    WHERE dt.device_id = d.id
                    ORDER BY t.name) AS tags,
             ARRAY(SELECT ed.experiment_id
                     FROM experiment_devices ed
                    WHERE ed.device_id = d.id
                    ORDER BY ed.experiment_id) AS experiment_ids,
             fd.name AS forwarding_destination,
             p.id AS postprocessing_id, p.blueprint_url AS postprocessing_blueprint_url,
             p.hardware_url AS postprocessing_hardware_url,
             p.latest_postprocessing AS postprocessing_latest_postprocessing,
             p.meta AS postprocessing_meta,
             p.forwarding_params AS postprocessing_forwarding_params,
             p.created_at AS postprocessing_created_at, p.updated_at AS postprocessing_updated_at,
             d.created_at, d.updated_at
        FROM devices d
        LEFT JOIN postprocessings p ON p.device_id = d.id
        LEFT JOIN forwarding_destinations fd ON fd.id = d.forwarding_destination_id
       WHERE d.id = ANY(:ids) AND d.archived_at IS NULL
       ORDER BY d.id
      """)
  List<Device> find(Collection<Long> ids);

  @SqlQuery("SELECT id FROM devices WHERE id = :id AND archived_at IS NULL FOR UPDATE")
  Optional<Long> lock(long id);

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
                           notify_low_battery, notify_stopped_publishing,
                           forwarding_destination_id, meta, config)
      VALUES (:ownerId, :name, :description, :kitId, :macAddress, :token,
              :placement.latitude, :placement.longitude, :placement.elevation,
              :placement.exposure, :geohash,
              :hardware.name, :hardware.type, :hardware.version, :hardware.slug,
              :policy.isPrivate, :policy.isTest, :policy.preciseLocation,
              :policy.enableForwarding, :policy.notifyLowBattery,
              :policy.notifyStoppedPublishing, :policy.forwardingDestinationId,
              CAST(:meta AS jsonb), CAST(:config AS json))
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
             forwarding_destination_id = :policy.forwardingDestinationId,
             meta = CAST(:meta AS jsonb), config = CAST(:config AS json),
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
