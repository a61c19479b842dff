package org.kitstream.api.kits;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Writes of kits and of the sensors on them. */
interface KitBoardDao {

  @SqlUpdate("INSERT INTO kits (name, description, slug) VALUES (:name, :description, :slug)")
  @GetGeneratedKeys("id")
  int insert(@Nullable String name, @Nullable String description, @Nullable String slug);

  @SqlQuery("SELECT id FROM kits WHERE id = :id FOR UPDATE")
  Optional<Integer> lock(int id);

  @SqlUpdate(
      """
      UPDATE kits
         SET name = :name, description = :description, slug = :slug, updated_at = now()
       WHERE id = :id
      """)
  void update(int id, @Nullable String name, @Nullable String description, @Nullable String slug);

  @SqlQuery("SELECT sensor_id, key FROM components WHERE kit_id = :kitId ORDER BY sensor_id")
  List<KeyedSensor> board(int kitId);

  @SqlUpdate("DELETE FROM components WHERE kit_id = :kitId AND sensor_id <> ALL(:keptSensorIds)")
  void removeOthers(int kitId, Collection<Integer> keptSensorIds);

  /** Makes all keys of the board free; no key of anybody looks like these. */
  @SqlUpdate("UPDATE components SET key = '#' || id WHERE kit_id = :kitId")
  void freeKeys(int kitId);

  @SqlUpdate(
      """
      INSERT INTO components (kit_id, sensor_id, key)
      VALUES (:kitId, :sensorId, :key)
      ON CONFLICT (kit_id, sensor_id) DO UPDATE SET key = excluded.key, updated_at = now()
      """)
  void put(int kitId, @BindMethods KeyedSensor sensor);
}
