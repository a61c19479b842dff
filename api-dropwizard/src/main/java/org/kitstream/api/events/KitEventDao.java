package org.kitstream.api.events;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(KitError.class)
@RegisterConstructorMapper(InventoryReport.class)
interface KitEventDao {

  @SqlUpdate(
      """
      UPDATE orphan_devices
         SET device_handshake = true, updated_at = now()
       WHERE device_token = ANY(:tokens) AND NOT device_handshake
      """)
  void shakeHands(Collection<String> tokens);

  /** A kit that was registered and then sent readings need not have said anything else. */
  @SqlUpdate(
      """
      UPDATE orphan_devices
         SET device_handshake = true, updated_at = now()
       WHERE NOT device_handshake
         AND device_token IN (SELECT device_token FROM devices WHERE last_reading_at IS NOT NULL)
      """)
  int shakeHandsOfReaders();

  /** Replaces what these kits told of their hardware; the tokens that a device has. */
  @SqlQuery(
      """
      UPDATE devices
         SET hardware_info = CAST(told.info AS jsonb)
        FROM unnest(:tokens, :infos) AS told (token, info)
       WHERE devices.device_token = told.token AND devices.archived_at IS NULL
      RETURNING devices.device_token
      """)
  List<String> replaceInfos(Collection<String> tokens, Collection<String> infos);

  /** Keeps what was told of kits that are being set up; others are nobody's. */
  @SqlUpdate(
      """
      INSERT INTO waiting_infos (token, info, given_up_at)
      SELECT told.token, CAST(told.info AS jsonb), :givenUpAt
        FROM unnest(:tokens, :infos) AS told (token, info)
        JOIN orphan_devices o ON o.device_token = told.token
          ON CONFLICT (token)
          DO UPDATE SET info = excluded.info, given_up_at = excluded.given_up_at
      """)
  int keepInfos(Collection<String> tokens, Collection<String> infos, Instant givenUpAt);

  @SqlUpdate("DELETE FROM waiting_infos WHERE token = ANY(:tokens)")
  void forgetInfos(Collection<String> tokens);

  /** Gives every device what its kit told before it was registered. */
  @SqlUpdate(
      """
      WITH arrived AS (
        DELETE FROM waiting_infos w
         USING devices d
         WHERE d.device_token = w.token AND d.archived_at IS NULL
        RETURNING w.token, w.info)
      UPDATE devices
         SET hardware_info = arrived.info
        FROM arrived
       WHERE devices.device_token = arrived.token
      """)
  int settleInfos();

  @SqlUpdate("DELETE FROM waiting_infos WHERE given_up_at <= :now")
  int giveUpInfos(Instant now);

  @SqlUpdate(
      """
      INSERT INTO inventory_reports (message_id, report, created_at)
      VALUES (:messageId, CAST(:report AS json), :createdAt)
          ON CONFLICT (message_id) DO NOTHING
      """)
  void insertInventory(String messageId, @Nullable String report, Instant createdAt);

  /** How many were stored: none when no device has the token, or it is stored already. */
  @SqlUpdate(
      """
      INSERT INTO device_errors (message_id, device_id, message, created_at)
      SELECT :messageId, id, left(:message, :longest), :createdAt
        FROM devices
       WHERE device_token = :token AND archived_at IS NULL
          ON CONFLICT (message_id) DO NOTHING
      """)
  int insertError(String messageId, String token, String message, int longest, Instant createdAt);

  @SqlUpdate(
      """
      DELETE FROM device_errors e
       USING devices d
       WHERE d.device_token = ANY(:tokens) AND e.device_id = d.id
         AND e.id <= (SELECT x.id
                        FROM device_errors x
                       WHERE x.device_id = d.id
                       ORDER BY x.id DESC
                      OFFSET :most LIMIT 1)
      """)
  void keepNewestErrors(Collection<String> tokens, int most);

  @SqlUpdate("DELETE FROM device_errors WHERE created_at < :before")
  int deleteErrorsBefore(Instant before);

  @SqlUpdate(
      """
      DELETE FROM inventory_reports
       WHERE id <= (SELECT id FROM inventory_reports ORDER BY id DESC OFFSET :most LIMIT 1)
      """)
  int keepNewestInventory(int most);

  @SqlQuery(
      """
      SELECT id, device_id, message, created_at
        FROM device_errors
       WHERE device_id = :deviceId
       ORDER BY id DESC
      OFFSET :offset LIMIT :limit
      """)
  List<KitError> errors(long deviceId, long offset, int limit);

  @SqlQuery("SELECT count(*) FROM device_errors WHERE device_id = :deviceId")
  long countErrors(long deviceId);

  @SqlQuery(
      """
      SELECT id, report, created_at
        FROM inventory_reports
       ORDER BY id DESC
      OFFSET :offset LIMIT :limit
      """)
  List<InventoryReport> inventory(long offset, int limit);

  @SqlQuery("SELECT count(*) FROM inventory_reports")
  long countInventory();
}
