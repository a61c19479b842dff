package org.kitstream.api.sensors;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.filters.Criteria;
import org.kitstream.api.filters.Search;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;

/** What can be measured, and by which sensor. Open to everybody. Thread-safe. */
public final class Sensors {

  private final Jdbi jdbi;

  public Sensors(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Sensors by ascending id unless sorted.
   *
   * @throws Failure.BadRequest if the search names what sensors do not have
   */
  public Paged<Sensor> list(Search search, Page page) {
    Criteria criteria = SensorFilters.SENSORS.compile(search, false);
    return jdbi.withHandle(handle -> criteria.page(handle, page).map(ids -> inOrder(handle, ids)));
  }

  private static List<Sensor> inOrder(Handle handle, List<Long> ids) {
    List<Integer> wanted = ids.stream().map(Long::intValue).toList();
    Map<Integer, Sensor> found =
        assemble(handle.attach(SensorDao.class), wanted).stream()
            .collect(toMap(Sensor::id, Function.identity()));
    return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /**
   * One sensor.
   *
   * @throws Failure.NotFound if there is none
   */
  public Sensor get(int id) {
    return find(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Failure.NotFound("Sensor", "id", id));
  }

  /** Those of the sensors that exist, by ascending id. */
  public List<Sensor> find(Collection<Integer> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbi.withExtension(SensorDao.class, dao -> assemble(dao, ids));
  }

  /** Measurements by ascending id. */
  public Paged<Measurement> measurements(Page page) {
    return jdbi.withExtension(
        SensorDao.class,
        dao ->
            new Paged<>(
                dao.findMeasurements(dao.measurementIds(page)), page, dao.countMeasurements()));
  }

  /**
   * One measurement.
   *
   * @throws Failure.NotFound if there is none
   */
  public Measurement measurement(int id) {
    return jdbi.withExtension(SensorDao.class, dao -> dao.findMeasurements(List.of(id))).stream()
        .findFirst()
        .orElseThrow(() -> new Failure.NotFound("Measurement", "id", id));
  }

  private static List<Sensor> assemble(SensorDao dao, Collection<Integer> ids) {
    List<SensorRow> rows = dao.find(ids);
    List<Integer> measurementIds =
        rows.stream().map(SensorRow::measurementId).filter(Objects::nonNull).distinct().toList();
    Map<Integer, Measurement> measurements =
        dao.findMeasurements(measurementIds).stream()
            .collect(toMap(Measurement::id, Function.identity()));
    Map<Integer, List<String>> tags =
        dao.tags(ids).stream()
            .collect(groupingBy(TaggedSensor::sensorId, mapping(TaggedSensor::name, toList())));
    return rows.stream()
        .map(
            row ->
                Sensor.of(
                    row,
                    measurements.get(row.measurementId()),
                    tags.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
