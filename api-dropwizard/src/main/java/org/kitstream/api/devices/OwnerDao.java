package org.kitstream.api.devices;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OwnerDao {

  /** Lets the account be closed only once the transaction has ended; empty if it is closed. */
  @SqlQuery("SELECT id FROM users WHERE id = :ownerId AND archived_at IS NULL FOR SHARE")
  Optional<Long> holdAccount(long ownerId);

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
