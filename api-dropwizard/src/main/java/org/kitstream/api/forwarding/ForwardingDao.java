package org.kitstream.api.forwarding;

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
}
