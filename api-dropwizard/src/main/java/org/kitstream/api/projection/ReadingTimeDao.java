package org.kitstream.api.projection;

import java.util.Collection;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ReadingTimeDao {

  /** Rather gives up than waits for who changes a device. Holds until the transaction ends. */
  @SqlUpdate("SET LOCAL lock_timeout = '300ms'")
  void doNotWait();

  /** The times are milliseconds since 1970-01-01T00:00Z, in the order of the ids. */
  @SqlUpdate(
      """
      UPDATE devices
         SET last_reading_at = to_timestamp(told.millis / 1000.0)
        FROM unnest(:ids, :millis) AS told (id, millis)
       WHERE devices.id = told.id
         AND devices.last_reading_at IS DISTINCT FROM to_timestamp(told.millis / 1000.0)
      """)
  void tell(Collection<Long> ids, Collection<Long> millis);

  @SqlUpdate("UPDATE devices SET last_reading_at = NULL WHERE id = ANY(:ids)")
  void forget(Collection<Long> ids);
}
