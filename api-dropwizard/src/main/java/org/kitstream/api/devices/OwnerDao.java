package org.kitstream.api.devices;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OwnerDao {

  @SqlQuery(
      """
      SELECT id
        FROM devices
       WHERE owner_id = :ownerId AND archived_at IS NULL
       ORDER BY id
         FOR UPDATE
      """)
  List<Long> lockDevicesOf(long ownerId);

  @SqlUpdate(
      """
      UPDATE devices
         SET archived_at = now(), old_mac_address = coalesce(mac_address, old_mac_address),
             mac_address = NULL, revision = revision + 1
       WHERE id = ANY(:ids)
      """)
  void archive(Collection<Long> ids);
}
