package org.kitstream.api.kits;

import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/** The sensors on boards. Those of a device are as private as the device. Thread-safe. */
public final class Components {

  private final Jdbi jdbi;

  public Components(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Components that the caller may see, by ascending id. */
  public Paged<Component> list(Caller caller, Page page) {
    boolean all = caller.hasRole(Role.ADMIN);
    Long callerId = caller.userId().orElse(null);
    return jdbi.withExtension(
        ComponentDao.class,
        dao -> new Paged<>(dao.list(all, callerId, page), page, dao.count(all, callerId)));
  }

  /**
   * One component.
   *
   * @throws Failure.NotFound if there is none, or none that the caller may see
   */
  public Component get(Caller caller, long id) {
    boolean all = caller.hasRole(Role.ADMIN);
    Long callerId = caller.userId().orElse(null);
    return jdbi.withExtension(ComponentDao.class, dao -> dao.find(id, all, callerId))
        .orElseThrow(() -> new Failure.NotFound("Component", "id", id));
  }
}
