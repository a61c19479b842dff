package org.kitstream.api.quarantine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.kitstream.api.paging.Page;

@RegisterConstructorMapper(Entry.class)
@RegisterConstructorMapper(EntryGroup.class)
interface QuarantineDao {

  /** 1 for each that was new, 0 for one that is there already or whose device is not. */
  @SqlBatch(
      """
      INSERT INTO quarantine (device_id, topic_partition, topic_offset, message_id, reason,
                              sentence, field, format, via, payload, received_at, quarantined_at)
      SELECT id, :partition, :offset, :messageId, :reason, :sentence, :field, :format, :via,
             :payload, :receivedAt, :quarantinedAt
        FROM devices
       WHERE id = :deviceId
         FOR KEY SHARE
      ON CONFLICT DO NOTHING
      """)
  int[] insert(@BindMethods Collection<RefusedRecord> records);

  @SqlBatch(
      """
      INSERT INTO quarantine_strays (via, reason, count, first_at, last_at)
      VALUES (coalesce(CAST(:via AS text), 'unknown'), :reason, 1, :quarantinedAt, :quarantinedAt)
      ON CONFLICT (via, reason) DO UPDATE
         SET count = quarantine_strays.count + 1,
             last_at = greatest(quarantine_strays.last_at, excluded.last_at)
      """)
  void countStrays(@BindMethods Collection<RefusedRecord> records);

  @SqlQuery("SELECT id FROM devices WHERE id = ANY(:ids)")
  List<Long> existing(Collection<Long> ids);

  @SqlUpdate(
      """
      DELETE FROM quarantine
       WHERE device_id = :deviceId
         AND id <= (SELECT id
                      FROM quarantine
                     WHERE device_id = :deviceId
                     ORDER BY id DESC
                    OFFSET :bound
                     LIMIT 1)
      """)
  int trim(long deviceId, int bound);

  @SqlUpdate("DELETE FROM quarantine WHERE quarantined_at < :before")
  int deleteBefore(Instant before);

  @SqlQuery(
      """
      SELECT id, message_id, reason, sentence, field, format, via, payload, received_at,
             quarantined_at, replayed_at, alike
        FROM (SELECT q.*,
                     count(*) OVER (PARTITION BY reason, alike_field) AS alike,
                     row_number() OVER (PARTITION BY reason, alike_field ORDER BY id DESC) AS place
                FROM quarantine q
               WHERE device_id = :deviceId
                 AND (CAST(:reason AS text) IS NULL OR reason = :reason)
                 AND (:replayed OR replayed_at IS NULL)) found
       WHERE NOT :folded OR place = 1
       ORDER BY id DESC
       LIMIT :size OFFSET :offset
      """)
  List<Entry> list(long deviceId, @BindMethods EntryFilter filter, @BindMethods Page page);

  @SqlQuery(
      """
      SELECT CASE WHEN :folded THEN count(DISTINCT (reason, alike_field)) ELSE count(*) END
        FROM quarantine
       WHERE device_id = :deviceId
         AND (CAST(:reason AS text) IS NULL OR reason = :reason)
         AND (:replayed OR replayed_at IS NULL)
      """)
  long count(long deviceId, @BindMethods EntryFilter filter);

  @SqlQuery(
      """
      SELECT id, message_id, reason, sentence, field, format, via, payload, received_at,
             quarantined_at, replayed_at, 1 AS alike
        FROM quarantine
       WHERE device_id = :deviceId AND id = :id
      """)
  Optional<Entry> find(long deviceId, long id);

  /** Of each message that waits for that reason one entry, oldest first. */
  @SqlQuery(
      """
      SELECT id, message_id, reason, sentence, field, format, via, payload, received_at,
             quarantined_at, replayed_at, 1 AS alike
        FROM quarantine q
       WHERE device_id = :deviceId AND reason = :reason AND replayed_at IS NULL
         AND format IS NOT NULL AND via IS NOT NULL
         AND NOT EXISTS (SELECT
                           FROM quarantine earlier
                          WHERE earlier.device_id = q.device_id AND earlier.reason = q.reason
                            AND earlier.message_id = q.message_id AND earlier.id < q.id
                            AND earlier.replayed_at IS NULL)
       ORDER BY id
       LIMIT :limit
      """)
  List<Entry> waiting(long deviceId, String reason, int limit);

  /** All that waits of these messages is closed: the payload takes its way again as a whole. */
  @SqlUpdate(
      """
      UPDATE quarantine
         SET replayed_at = :now
       WHERE device_id = :deviceId AND message_id = ANY(:messageIds) AND replayed_at IS NULL
      """)
  int markReplayed(long deviceId, Collection<String> messageIds, Instant now);

  @SqlQuery(
      """
      SELECT q.device_id, d.name AS device_name, NULL AS via, q.reason, count(*) AS count,
             min(q.quarantined_at) AS first_at, max(q.quarantined_at) AS last_at
        FROM quarantine q
        JOIN devices d ON d.id = q.device_id
       WHERE q.replayed_at IS NULL
       GROUP BY q.device_id, d.name, q.reason
       UNION ALL
      SELECT NULL, NULL, via, reason, count, first_at, last_at
        FROM quarantine_strays
       ORDER BY last_at DESC, reason
       LIMIT :size OFFSET :offset
      """)
  List<EntryGroup> groups(@BindMethods Page page);

  @SqlQuery(
      """
      SELECT (SELECT count(DISTINCT (device_id, reason)) FROM quarantine WHERE replayed_at IS NULL)
             + (SELECT count(*) FROM quarantine_strays)
      """)
  long countGroups();
}
