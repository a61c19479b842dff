package org.kitstream.api.experiments;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Experiments; the devices in them only for who may know of the device. */
interface ExperimentDao {

  @SqlQuery(
      """
      SELECT id, owner_id, name, description, is_test, starts_at, ends_at, created_at, updated_at,
             ARRAY(SELECT d.id
                     FROM experiment_devices ed
                     JOIN devices d ON d.id = ed.device_id
                    WHERE ed.experiment_id = experiments.id
                      AND d.archived_at IS NULL
                      AND (NOT d.is_private OR :all OR d.owner_id = :callerId)
                    ORDER BY d.id) AS device_ids
        FROM experiments
       WHERE id = ANY(:ids)
       ORDER BY id
      """)
  List<Experiment> find(Collection<Long> ids, boolean all, @Nullable Long callerId);

  @SqlQuery("SELECT owner_id FROM experiments WHERE id = :id FOR UPDATE")
  Optional<Long> lock(long id);

  @SqlUpdate(
      """
      INSERT INTO experiments (owner_id, name, description, is_test, starts_at, ends_at)
      VALUES (:ownerId, :name, :description, :isTest, :startsAt, :endsAt)
      """)
  @GetGeneratedKeys("id")
  long insert(long ownerId, @BindMethods ExperimentDraft draft);

  @SqlUpdate(
      """
      UPDATE experiments
         SET name = :name, description = :description, is_test = :isTest, starts_at = :startsAt,
             ends_at = :endsAt, updated_at = now()
       WHERE id = :id
      """)
  void update(long id, @BindMethods ExperimentDraft draft);

  @SqlUpdate("DELETE FROM experiments WHERE id = :id")
  void delete(long id);

  @SqlQuery("SELECT id FROM devices WHERE id = ANY(:deviceIds) AND archived_at IS NULL ORDER BY id")
  List<Long> existing(Collection<Long> deviceIds);

  @SqlQuery(
      """
      SELECT id
        FROM devices
       WHERE id = ANY(:deviceIds) AND is_private AND owner_id <> :ownerId
       ORDER BY id
      """)
  List<Long> privateOfOthers(Collection<Long> deviceIds, long ownerId);

  @SqlUpdate("DELETE FROM experiment_devices WHERE experiment_id = :id")
  void removeDevices(long id);

  @SqlUpdate(
      """
      INSERT INTO experiment_devices (experiment_id, device_id)
      SELECT :id, device_id
        FROM unnest(:deviceIds) AS device_id
      """)
  void addDevices(long id, Collection<Long> deviceIds);
}
