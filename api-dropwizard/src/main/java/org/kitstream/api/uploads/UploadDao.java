package org.kitstream.api.uploads;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.kitstream.api.paging.Page;

@RegisterConstructorMapper(UploadRow.class)
@RegisterConstructorMapper(ClaimedUpload.class)
@RegisterConstructorMapper(KnownSensor.class)
interface UploadDao {

  @SqlUpdate("INSERT INTO uploads (device_id) VALUES (:deviceId)")
  @GetGeneratedKeys("id")
  long begin(long deviceId);

  @SqlUpdate("INSERT INTO upload_pieces (upload_id, number, bytes) VALUES (:id, :number, :bytes)")
  void addPiece(long id, int number, byte[] bytes);

  @SqlQuery("SELECT bytes FROM upload_pieces WHERE upload_id = :id AND number = :number")
  Optional<byte[]> piece(long id, int number);

  @SqlUpdate(
      """
      UPDATE uploads
         SET state = 'waiting', sha256 = :sha256, bytes = :bytes, received_at = now()
       WHERE id = :id
      """)
  void received(long id, String sha256, long bytes);

  @SqlUpdate("DELETE FROM uploads WHERE id = :id")
  void delete(long id);

  @SqlUpdate(
      """
      DELETE FROM uploads
       WHERE state = 'receiving' AND created_at < now() - make_interval(secs => :seconds)
      """)
  int deleteAbandoned(long seconds);

  @SqlQuery("SELECT count(*) FROM uploads WHERE device_id = :deviceId AND finished_at IS NULL")
  int countUnfinished(long deviceId);

  @SqlQuery("SELECT count(*) FROM uploads WHERE finished_at IS NULL AND state <> 'receiving'")
  long backlog();

  /** Takes on the oldest upload that nobody works on. Not one of a deleted device. */
  @SqlQuery(
      """
      UPDATE uploads
         SET state = 'running', claim = :claim, claimed_at = now(), bytes_at_claim = bytes_done,
             leased_until = now() + make_interval(secs => :leaseSeconds)
       WHERE id = (SELECT u.id
                     FROM uploads u
                     JOIN devices d ON d.id = u.device_id AND d.archived_at IS NULL
                    WHERE u.finished_at IS NULL AND u.state IN ('waiting', 'running')
                      AND (u.leased_until IS NULL OR u.leased_until < now())
                    ORDER BY u.id
                    LIMIT 1
                      FOR UPDATE OF u SKIP LOCKED)
      RETURNING id, device_id, claim, sha256, rows_done, received_at
      """)
  Optional<ClaimedUpload> claim(UUID claim, double leaseSeconds);

  /** Notes how far it is; 0 when it is no longer ours. */
  @SqlUpdate(
      """
      UPDATE uploads
         SET rows_done = :rows, bytes_done = :bytes, report = CAST(:report AS jsonb),
             leased_until = now() + make_interval(secs => :leaseSeconds)
        FROM devices d
       WHERE uploads.id = :id AND claim = :claim
         AND d.id = uploads.device_id AND d.archived_at IS NULL
      """)
  int progress(long id, UUID claim, double leaseSeconds, @BindMethods Progress progress);

  @SqlUpdate(
      """
      UPDATE uploads
         SET leased_until = now() + make_interval(secs => :leaseSeconds)
       WHERE id = :id AND claim = :claim
      """)
  int renew(long id, UUID claim, double leaseSeconds);

  @SqlUpdate("UPDATE uploads SET leased_until = NULL WHERE id = :id AND claim = :claim")
  void release(long id, UUID claim);

  @SqlUpdate(
      """
      UPDATE uploads
         SET state = :state, finished_at = now(), claim = NULL, leased_until = NULL
       WHERE id = :id AND claim = :claim
      """)
  int finish(long id, UUID claim, String state);

  @SqlUpdate("DELETE FROM upload_pieces WHERE upload_id = :id")
  void deletePieces(long id);

  @SqlQuery(
      """
      SELECT id, device_id, state, bytes, bytes_done, claimed_at, bytes_at_claim, report,
             created_at, finished_at
        FROM uploads
       WHERE id = :id
      """)
  Optional<UploadRow> find(long id);

  @SqlQuery(
      """
      SELECT id, device_id, state, bytes, bytes_done, claimed_at, bytes_at_claim, report,
             created_at, finished_at
        FROM uploads
       WHERE device_id = :deviceId
       ORDER BY id DESC
       LIMIT :size OFFSET :offset
      """)
  List<UploadRow> ofDevice(long deviceId, @BindMethods Page page);

  @SqlQuery("SELECT count(*) FROM uploads WHERE device_id = :deviceId")
  long count(long deviceId);

  /** All sensors that record, with the names by which this device has them. */
  @SqlQuery(
      """
      SELECT s.id, c.key, s.name, s.unit, s.default_key, s.firmware_name, m.name AS measurement
        FROM sensors s
        LEFT JOIN measurements m ON m.id = s.measurement_id
        LEFT JOIN LATERAL (SELECT c.key
                             FROM components c
                             JOIN devices d ON c.device_id = d.id OR c.kit_id = d.kit_id
                            WHERE d.id = :deviceId AND c.sensor_id = s.id
                            ORDER BY c.kit_id NULLS FIRST
                            LIMIT 1) c ON true
       WHERE s.records OR c.key IS NOT NULL
       ORDER BY s.id
      """)
  List<KnownSensor> sensors(long deviceId);
}
