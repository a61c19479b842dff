package org.kitstream.api.kits;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.sensors.Sensor;
import org.kitstream.api.sensors.Sensors;

/** The blueprints of devices. Open to everybody. Thread-safe. */
public final class Kits {

  private final Jdbi jdbi;
  private final Sensors sensors;

  public Kits(Jdbi jdbi, Sensors sensors) {
    this.jdbi = jdbi;
    this.sensors = sensors;
  }

  /** Kits by ascending id. */
  public Paged<KitWithSensors> list(Page page) {
    return jdbi.withExtension(KitDao.class, dao -> new Paged<>(dao.list(page), page, dao.count()))
        .map(this::withSensors);
  }

  /**
   * The kit of that id, or the oldest one of that slug.
   *
   * @throws Failure.NotFound if there is none
   */
  public KitWithSensors get(String idOrSlug) {
    return jdbi.withExtension(KitDao.class, dao -> dao.find(idsOf(dao, idOrSlug))).stream()
        .map(kit -> withSensors(List.of(kit)).get(0))
        .findFirst()
        .orElseThrow(() -> new Failure.NotFound("Kit", "id", idOrSlug));
  }

  /** Those of the kits that exist, by ascending id. */
  public List<Kit> find(Collection<Integer> ids) {
    return ids.isEmpty() ? List.of() : jdbi.withExtension(KitDao.class, dao -> dao.find(ids));
  }

  private static List<Integer> idsOf(KitDao dao, String idOrSlug) {
    try {
      return List.of(Integer.valueOf(idOrSlug));
    } catch (NumberFormatException e) {
      Optional<Integer> id = dao.idOfSlug(idOrSlug);
      return id.map(List::of).orElse(List.of());
    }
  }

  private List<KitWithSensors> withSensors(List<Kit> kits) {
    List<KitSensor> all =
        jdbi.withExtension(KitDao.class, dao -> dao.sensors(kits.stream().map(Kit::id).toList()));
    Map<Integer, Sensor> byId =
        sensors.find(all.stream().map(KitSensor::sensorId).distinct().toList()).stream()
            .collect(toMap(Sensor::id, Function.identity()));
    return kits.stream().map(kit -> new KitWithSensors(kit, of(kit, all, byId))).toList();
  }

  private static List<Sensor> of(Kit kit, List<KitSensor> all, Map<Integer, Sensor> byId) {
    return all.stream()
        .filter(one -> one.kitId() == kit.id())
        .map(one -> byId.get(one.sensorId()))
        .filter(sensor -> sensor != null)
        .toList();
  }
}
