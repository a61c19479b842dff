package org.kitstream.api.users;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ArchivedUserDao {

  @SqlUpdate(
      """
      DELETE FROM users
       WHERE archived_at IS NOT NULL AND created_at < :createdBefore
         AND NOT EXISTS (SELECT FROM devices WHERE owner_id = users.id)
      """)
  int deleteWithoutDevices(Instant createdBefore);
}
