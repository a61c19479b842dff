package org.kitstream.api.devices;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What a profile is made of. A device's own component hides the kit's of the same sensor. */
@RegisterConstructorMapper(ProfileRow.class)
@RegisterConstructorMapper(DeviceComponent.class)
@RegisterConstructorMapper(CalibrationRow.class)
interface ProfileDao {

  @SqlQuery(
      """
      SELECT d.id, d.uuid, d.revision, d.device_token AS token, d.kit_id, d.latitude,
             d.longitude, d.exposure, d.is_private, d.archived_at IS NOT NULL AS archived,
             u.forwarding_username, u.forwarding_token
        FROM devices d
        LEFT JOIN users u
          ON u.id = d.owner_id AND u.archived_at IS NULL AND d.enable_forwarding
             AND d.archived_at IS NULL
       WHERE d.id = ANY(:ids)
       ORDER BY d.id
      """)
  List<ProfileRow> devices(Collection<Long> ids);

  @SqlQuery(
      """
      SELECT DISTINCT ON (d.id, c.sensor_id)
             d.id AS device_id, c.id AS component_id, c.sensor_id, c.key
        FROM devices d
        JOIN components c ON c.device_id = d.id OR c.kit_id = d.kit_id
       WHERE d.id = ANY(:deviceIds)
       ORDER BY d.id, c.sensor_id, c.kit_id NULLS FIRST
      """)
  List<DeviceComponent> components(Collection<Long> deviceIds);

  @SqlQuery(
      """
      SELECT component_id, id, version, expression, valid_from, valid_to
        FROM calibrations
       WHERE component_id = ANY(:componentIds) AND status = 'active'
       ORDER BY component_id, version
      """)
  List<CalibrationRow> calibrations(Collection<Long> componentIds);

  /** Waits for who is putting devices on the kit, and makes the next one wait. */
  @SqlQuery("SELECT id FROM kits WHERE id = :kitId FOR UPDATE")
  List<Integer> lockKit(int kitId);

  @SqlQuery(
      """
      SELECT id
        FROM devices
       WHERE kit_id = :kitId AND archived_at IS NULL
       ORDER BY id
         FOR UPDATE
      """)
  List<Long> lockDevicesOfKit(int kitId);

  @SqlQuery("UPDATE devices SET revision = revision + 1 WHERE id = ANY(:ids) RETURNING id")
  List<Long> countChange(Collection<Long> ids);

  @SqlQuery("SELECT id FROM devices WHERE id = :id FOR UPDATE")
  List<Long> lockDevice(long id);

  @SqlUpdate(
      "INSERT INTO components (device_id, sensor_id, key) VALUES (:deviceId, :sensorId, :key)")
  void insertComponent(long deviceId, int sensorId, String key);
}
