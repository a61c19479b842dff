package org.kitstream.api.kits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.sensors.Sensor;
import org.kitstream.api.sensors.Sensors;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/**
 * Lets admins change the blueprints of devices. A sensor that stays on a kit keeps its component,
 * and so its calibrations; one that leaves takes them with it. Thread-safe.
 */
public final class KitEditor {

  private final Jdbi jdbi;
  private final Kits kits;
  private final Sensors sensors;
  private final ObjIntConsumer<Handle> changed;

  /**
   * @param changed told of a kit whose sensors changed, within the transaction that changes them
   */
  public KitEditor(Jdbi jdbi, Kits kits, Sensors sensors, ObjIntConsumer<Handle> changed) {
    this.jdbi = jdbi;
    this.kits = kits;
    this.sensors = sensors;
    this.changed = changed;
  }

  /**
   * Makes a kit; its id.
   *
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.NotFound if a sensor does not exist
   * @throws Failure.Invalid naming what is wrong
   */
  public int create(Caller caller, KitDraft wanted) {
    caller.needsRole(Role.ADMIN);
    wanted.violations().throwIfAny();
    return jdbi.inTransaction(
        handle -> {
          KitBoardDao dao = handle.attach(KitBoardDao.class);
          int id = dao.insert(wanted.name(), wanted.description(), wanted.slug());
          setBoard(dao, id, wanted);
          return id;
        });
  }

  /**
   * Changes a kit; its id.
   *
   * @param change makes the new state from the present one
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.NotFound if there is none, or a sensor does not exist
   * @throws Failure.Invalid naming what is wrong
   */
  public int update(Caller caller, String idOrSlug, UnaryOperator<KitDraft> change) {
    caller.needsRole(Role.ADMIN);
    int id = kits.get(idOrSlug).kit().id();
    return jdbi.inTransaction(
        handle -> {
          KitBoardDao dao = handle.attach(KitBoardDao.class);
          dao.lock(id);
          KitDraft wanted = change.apply(kits.get(Integer.toString(id)).kit().draft());
          wanted.violations().throwIfAny();
          dao.update(id, wanted.name(), wanted.description(), wanted.slug());
          if (setBoard(dao, id, wanted)) {
            changed.accept(handle, id);
          }
          return id;
        });
  }

  /** Puts the wanted sensors on the board; whether that changed it. */
  private boolean setBoard(KitBoardDao dao, int kitId, KitDraft wanted) {
    List<KeyedSensor> before = dao.board(kitId);
    List<KeyedSensor> after = board(before, wanted);
    if (after.equals(before)) {
      return false;
    }
    dao.removeOthers(kitId, after.stream().map(KeyedSensor::sensorId).toList());
    dao.freeKeys(kitId);
    after.forEach(sensor -> dao.put(kitId, sensor));
    return true;
  }

  /** By ascending sensor id; keys that the draft does not name stay, or are the usual ones. */
  private List<KeyedSensor> board(List<KeyedSensor> before, KitDraft wanted) {
    Map<Integer, String> keys = new LinkedHashMap<>();
    before.forEach(sensor -> keys.put(sensor.sensorId(), sensor.key()));
    Map<String, Integer> named = wanted.sensorMap() == null ? Map.of() : wanted.sensorMap();
    keys.values().removeAll(named.keySet());
    named.forEach((key, sensorId) -> keys.put(sensorId, key));
    List<KeyedSensor> board = new ArrayList<>();
    Collection<Integer> ids = sensorIds(before, wanted);
    keys.keySet().retainAll(ids);
    for (Sensor sensor : existing(ids)) {
      String key =
          keys.computeIfAbsent(
              sensor.id(), id -> ComponentKeys.free(sensor, List.copyOf(keys.values())));
      board.add(new KeyedSensor(sensor.id(), key));
    }
    return board;
  }

  private static Collection<Integer> sensorIds(List<KeyedSensor> before, KitDraft wanted) {
    List<Integer> ids = wanted.sensorIds();
    Map<String, Integer> map = wanted.sensorMap();
    if (ids != null) {
      return new TreeSet<>(ids);
    }
    return map != null
        ? new TreeSet<>(map.values())
        : before.stream().map(KeyedSensor::sensorId).toList();
  }

  private List<Sensor> existing(Collection<Integer> ids) {
    List<Sensor> found = sensors.find(ids);
    for (int id : ids) {
      if (found.stream().noneMatch(sensor -> sensor.id() == id)) {
        throw new Failure.NotFound("Sensor", "id", id);
      }
    }
    return found;
  }
}
