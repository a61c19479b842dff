package org.kitstream.api.sensors;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.paging.Page;

/** Writes of the catalogue, and the tags of sensors. */
interface CatalogueDao {

  /** One writer at a time, so that each publishes what all before it wrote. Readers go on. */
  @SqlUpdate("LOCK TABLE sensors IN SHARE ROW EXCLUSIVE MODE")
  void lock();

  @SqlUpdate(
      """
      INSERT INTO sensors (name, description, unit, measurement_id, default_key, datasheet,
                           unit_definition)
      VALUES (:name, :description, :unit, :measurementId, :defaultKey, :datasheet,
              :unitDefinition)
      """)
  @GetGeneratedKeys("id")
  int insert(@BindMethods SensorDraft draft);

  @SqlUpdate(
      """
      UPDATE sensors
         SET name = :name, description = :description, unit = :unit,
             measurement_id = :measurementId, default_key = :defaultKey, datasheet = :datasheet,
             unit_definition = :unitDefinition, updated_at = now()
       WHERE id = :id
      """)
  void update(int id, @BindMethods SensorDraft draft);

  @SqlQuery("SELECT EXISTS (SELECT FROM measurements WHERE id = :id)")
  boolean measurementExists(int id);

  @SqlUpdate(
      """
      INSERT INTO measurements (name, description, unit, definition)
      VALUES (:name, :description, :unit, :definition)
      """)
  @GetGeneratedKeys("id")
  int insert(@BindMethods MeasurementDraft draft);

  @SqlUpdate(
      """
      UPDATE measurements
         SET name = :name, description = :description, unit = :unit, definition = :definition,
             updated_at = now()
       WHERE id = :id
      """)
  void update(int id, @BindMethods MeasurementDraft draft);

  @SqlQuery(
      """
      SELECT id, name, description, created_at, updated_at
        FROM tag_sensors
       ORDER BY id
       LIMIT :size OFFSET :offset
      """)
  List<SensorTag> sensorTags(@BindMethods Page page);

  @SqlQuery("SELECT count(*) FROM tag_sensors")
  long countSensorTags();

  @SqlQuery("SELECT id, name, description, created_at, updated_at FROM tag_sensors WHERE id = :id")
  Optional<SensorTag> sensorTag(int id);

  @SqlUpdate("INSERT INTO tag_sensors (name, description) VALUES (:name, :description)")
  @GetGeneratedKeys("id")
  int insertSensorTag(String name, @Nullable String description);
}
