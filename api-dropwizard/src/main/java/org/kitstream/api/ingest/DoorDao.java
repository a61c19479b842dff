package org.kitstream.api.ingest;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Devices as the doors look for them, each by an index. */
@RegisterConstructorMapper(DoorDevice.class)
interface DoorDao {

  @SqlQuery(
      """
      SELECT id, owner_id, kit_id, readings_format
        FROM devices
       WHERE id = :id AND archived_at IS NULL
      """)
  Optional<DoorDevice> byId(long id);

  @SqlQuery(
      """
      SELECT id, owner_id, kit_id, readings_format
        FROM devices
       WHERE device_token = :token AND archived_at IS NULL
      """)
  Optional<DoorDevice> byToken(String token);

  @SqlQuery(
      """
      SELECT id, owner_id, kit_id, readings_format
        FROM devices
       WHERE mac_address = :macAddress AND archived_at IS NULL
      """)
  Optional<DoorDevice> byMacAddress(String macAddress);
}
