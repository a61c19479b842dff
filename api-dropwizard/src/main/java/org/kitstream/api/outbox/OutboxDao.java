package org.kitstream.api.outbox;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface OutboxDao {

  @SqlUpdate("INSERT INTO outbox (topic, key, value) VALUES (:topic, :key, :value)")
  void insert(String topic, String key, byte @Nullable [] value);

  /** Until the transaction ends, no other node relays. */
  @SqlQuery("SELECT pg_try_advisory_xact_lock(:lock)")
  boolean tryLock(long lock);

  @SqlQuery("SELECT id, topic, key, value FROM outbox ORDER BY id LIMIT :limit")
  List<OutboxRecord> oldest(int limit);

  @SqlUpdate("DELETE FROM outbox WHERE id = ANY(:ids)")
  void delete(List<Long> ids);

  @SqlQuery("SELECT count(*) FROM outbox")
  long count();
}
