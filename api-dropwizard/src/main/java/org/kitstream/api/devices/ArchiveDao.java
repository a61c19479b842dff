package org.kitstream.api.devices;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What happens to devices after they were archived. */
interface ArchiveDao {

  /** An address that another device has by now stays there; an archived owner keeps nothing. */
  @SqlQuery(
      """
      UPDATE devices
         SET archived_at = NULL, revision = revision + 1, updated_at = now(),
             mac_address = CASE WHEN EXISTS (SELECT
                                               FROM devices other
                                              WHERE other.mac_address = devices.old_mac_address)
                                THEN NULL ELSE old_mac_address END
       WHERE id = :id AND archived_at IS NOT NULL
         AND EXISTS (SELECT FROM users WHERE users.id = owner_id AND users.archived_at IS NULL)
      RETURNING id
      """)
  Optional<Long> unarchive(long id);

  @SqlQuery(
      """
      SELECT id
        FROM devices
       WHERE archived_at < :before
       ORDER BY archived_at
       LIMIT :limit
         FOR UPDATE SKIP LOCKED
      """)
  List<Long> lockArchivedBefore(Instant before, int limit);

  @SqlUpdate("DELETE FROM devices WHERE id = ANY(:ids)")
  void delete(Collection<Long> ids);
}
