package org.kitstream.api.devices;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface KitMoveDao {

  /** The device, if this moves it. */
  @SqlQuery(
      """
      UPDATE devices
         SET kit_id = :kitId, revision = revision + 1, updated_at = now()
       WHERE id = :deviceId AND archived_at IS NULL AND kit_id IS DISTINCT FROM :kitId
      RETURNING id
      """)
  List<Long> move(long deviceId, int kitId);
}
