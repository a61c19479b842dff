package org.kitstream.api.kits;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.paging.Page;

/** Components; those of a device only for who may see the device. */
interface ComponentDao {

  @SqlQuery(
      """
      SELECT c.id, c.uuid, c.kit_id, c.device_id, c.sensor_id, c.key, c.created_at, c.updated_at
        FROM components c
        LEFT JOIN devices d ON d.id = c.device_id
       WHERE d.id IS NULL
          OR d.archived_at IS NULL AND (NOT d.is_private OR :all OR d.owner_id = :callerId)
       ORDER BY c.id
       LIMIT :size OFFSET :offset
      """)
  List<Component> list(boolean all, @Nullable Long callerId, @BindMethods Page page);

  @SqlQuery(
      """
      SELECT count(*)
        FROM components c
        LEFT JOIN devices d ON d.id = c.device_id
       WHERE d.id IS NULL
          OR d.archived_at IS NULL AND (NOT d.is_private OR :all OR d.owner_id = :callerId)
      """)
  long count(boolean all, @Nullable Long callerId);

  @SqlQuery(
      """
      SELECT c.id, c.uuid, c.kit_id, c.device_id, c.sensor_id, c.key, c.created_at, c.updated_at
        FROM components c
        LEFT JOIN devices d ON d.id = c.device_id
       WHERE c.id = :id
         AND (d.id IS NULL
              OR d.archived_at IS NULL AND (NOT d.is_private OR :all OR d.owner_id = :callerId))
      """)
  Optional<Component> find(long id, boolean all, @Nullable Long callerId);
}
