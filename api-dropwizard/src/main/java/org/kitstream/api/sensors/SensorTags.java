package org.kitstream.api.sensors;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.database.UniqueViolation;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/** The words that sensors are tagged with. Everybody sees them, admins make them. Thread-safe. */
public final class SensorTags {

  private final Jdbi jdbi;

  public SensorTags(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Sensor tags by ascending id. */
  public Paged<SensorTag> list(Page page) {
    return jdbi.withExtension(
        CatalogueDao.class, dao -> new Paged<>(dao.sensorTags(page), page, dao.countSensorTags()));
  }

  /**
   * One sensor tag.
   *
   * @throws Failure.NotFound if there is none
   */
  public SensorTag get(int id) {
    return jdbi.withExtension(CatalogueDao.class, dao -> dao.sensorTag(id))
        .orElseThrow(() -> new Failure.NotFound("TagSensor", "id", id));
  }

  /**
   * Makes a sensor tag.
   *
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.Invalid naming what is wrong
   */
  public SensorTag create(Caller caller, @Nullable String name, @Nullable String description) {
    caller.needsRole(Role.ADMIN);
    new Violations()
        .addIfBlank(name, "name")
        .addIfLongLine(name, "name")
        .addIfLongText(description, "description")
        .throwIfAny();
    try {
      return get(
          jdbi.withExtension(
              CatalogueDao.class, dao -> dao.insertSensorTag(String.valueOf(name), description)));
    } catch (StatementException e) {
      throw UniqueViolation.constraintOf(e)
          .<RuntimeException>map(constraint -> Failure.Invalid.of("name", Violations.TAKEN))
          .orElse(e);
    }
  }
}
