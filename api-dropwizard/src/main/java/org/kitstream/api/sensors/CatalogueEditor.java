package org.kitstream.api.sensors;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.kitstream.api.database.UniqueViolation;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/**
 * Lets admins change what can be measured, and by which sensor, and tells the stream of it.
 * Thread-safe.
 */
public final class CatalogueEditor {

  private final Jdbi jdbi;
  private final Sensors sensors;
  private final CataloguePublication publication;

  public CatalogueEditor(Jdbi jdbi, Sensors sensors, CataloguePublication publication) {
    this.jdbi = jdbi;
    this.sensors = sensors;
    this.publication = publication;
  }

  /**
   * Makes a sensor; its id.
   *
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.Invalid naming what is wrong
   */
  public int createSensor(Caller caller, SensorDraft wanted) {
    caller.needsRole(Role.ADMIN);
    return publishing(
        handle -> {
          CatalogueDao dao = handle.attach(CatalogueDao.class);
          dao.lock();
          check(dao, wanted);
          return dao.insert(wanted);
        });
  }

  /**
   * Changes a sensor.
   *
   * @param change makes the new state from the present one
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.NotFound if there is none
   * @throws Failure.Invalid naming what is wrong
   */
  public void updateSensor(Caller caller, int id, UnaryOperator<SensorDraft> change) {
    caller.needsRole(Role.ADMIN);
    publishing(
        handle -> {
          CatalogueDao dao = handle.attach(CatalogueDao.class);
          dao.lock();
          SensorDraft wanted = change.apply(sensors.get(id).draft());
          check(dao, wanted);
          dao.update(id, wanted);
          return id;
        });
  }

  /**
   * Makes a measurement; its id.
   *
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.Invalid naming what is wrong
   */
  public int createMeasurement(Caller caller, MeasurementDraft wanted) {
    caller.needsRole(Role.ADMIN);
    wanted.violations().throwIfAny();
    return unique(handle -> handle.attach(CatalogueDao.class).insert(wanted));
  }

  /**
   * Changes a measurement.
   *
   * @param change makes the new state from the present one
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.NotFound if there is none
   * @throws Failure.Invalid naming what is wrong
   */
  public void updateMeasurement(Caller caller, int id, UnaryOperator<MeasurementDraft> change) {
    caller.needsRole(Role.ADMIN);
    MeasurementDraft wanted = change.apply(sensors.measurement(id).draft());
    wanted.violations().throwIfAny();
    unique(
        handle -> {
          handle.attach(CatalogueDao.class).update(id, wanted);
          return id;
        });
  }

  private static void check(CatalogueDao dao, SensorDraft wanted) {
    Integer measurementId = wanted.measurementId();
    wanted
        .violations()
        .addIf(
            measurementId != null && !dao.measurementExists(measurementId),
            "measurement_id",
            Violations.MISSING_TARGET)
        .throwIfAny();
  }

  private int publishing(Function<Handle, Integer> work) {
    return jdbi.inTransaction(
        handle -> {
          int id = work.apply(handle);
          publication.publish(handle);
          return id;
        });
  }

  private int unique(Function<Handle, Integer> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (StatementException e) {
      throw UniqueViolation.constraintOf(e)
          .<RuntimeException>map(constraint -> Failure.Invalid.of("name", Violations.TAKEN))
          .orElse(e);
    }
  }
}
