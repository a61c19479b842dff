package org.kitstream.api.forwarding;

import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface ForwardingDao {

  @SqlQuery(
      """
      SELECT EXISTS (SELECT
                       FROM users
                      WHERE forwarding_token = :token
                        AND forwarding_username = :username
                        AND archived_at IS NULL)
      """)
  boolean belongTogether(String token, String username);

  /** The ids, as decimal text, of the devices whose readings somebody may follow. */
  @SqlQuery(
      """
      SELECT CAST(d.id AS text)
        FROM devices d
        JOIN users u ON u.id = d.owner_id
       WHERE d.enable_forwarding AND d.archived_at IS NULL AND u.archived_at IS NULL
         AND u.forwarding_token IS NOT NULL AND u.forwarding_username IS NOT NULL
      """)
  Set<String> forwardedDevices();
}
