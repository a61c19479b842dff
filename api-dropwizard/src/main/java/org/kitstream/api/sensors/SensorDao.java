package org.kitstream.api.sensors;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.kitstream.api.paging.Page;
import org.kitstream.contract.device.SensorCatalogue;

interface SensorDao {

  @SqlQuery(
      """
      SELECT id, uuid, ancestry, parent_id, name, description, unit, measurement_id, default_key,
             datasheet, unit_definition, created_at, updated_at
        FROM sensors
       WHERE id = ANY(:ids)
       ORDER BY id
      """)
  List<SensorRow> find(Collection<Integer> ids);

  @SqlQuery(
      """
      SELECT sensor_id, name
        FROM sensor_tags
        JOIN tag_sensors ON tag_sensors.id = tag_sensor_id
       WHERE sensor_id = ANY(:sensorIds)
       ORDER BY sensor_id, name
      """)
  List<TaggedSensor> tags(Collection<Integer> sensorIds);

  @SqlQuery(
      """
      SELECT id, uuid, name, description, unit, definition, created_at, updated_at
        FROM measurements
       WHERE id = ANY(:ids)
       ORDER BY id
      """)
  List<Measurement> findMeasurements(Collection<Integer> ids);

  @SqlQuery("SELECT id FROM measurements ORDER BY id LIMIT :size OFFSET :offset")
  List<Integer> measurementIds(@BindMethods Page page);

  @SqlQuery("SELECT count(*) FROM measurements")
  long countMeasurements();

  @SqlQuery("SELECT nextval('sensor_catalogue_revision')")
  long nextCatalogueRevision();

  @SqlQuery(
      """
      SELECT id AS sensor_id, default_key AS key
        FROM sensors
       WHERE records
       ORDER BY id
      """)
  List<SensorCatalogue.Entry> recordingSensors();
}
