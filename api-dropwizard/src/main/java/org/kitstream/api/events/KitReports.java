package org.kitstream.api.events;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.devices.DeviceRules;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/** Shows what kits reported to those who may know. Thread-safe. */
public final class KitReports {

  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private final Jdbi jdbi;
  private final DeviceReader devices;

  public KitReports(Jdbi jdbi, DeviceReader devices) {
    this.jdbi = jdbi;
    this.devices = devices;
  }

  /**
   * What a device reported as gone wrong with it, newest first.
   *
   * @throws Failure.NotFound if there is no such device
   * @throws Failure.Forbidden if the caller is neither its owner nor an admin
   */
  public Paged<KitError> errors(Caller caller, long deviceId, Page page) {
    if (!DeviceRules.mayChange(caller, devices.readable(caller, deviceId))) {
      throw new Failure.Forbidden();
    }
    return jdbi.withExtension(
        KitEventDao.class,
        dao ->
            new Paged<>(
                dao.errors(deviceId, page.offset(), page.size()), page, dao.countErrors(deviceId)));
  }

  /**
   * Reports of factory tests, newest first.
   *
   * @throws Failure.Forbidden if the caller is no admin
   */
  public Paged<InventoryReport> inventory(Caller caller, Page page) {
    caller.needsRole(Role.ADMIN);
    return jdbi.withExtension(
        KitEventDao.class,
        dao -> new Paged<>(dao.inventory(page.offset(), page.size()), page, dao.countInventory()));
  }

  /** Forgets what is old, and test reports beyond their bound; how many. */
  public int purge(Instant now) {
    return jdbi.withExtension(
        KitEventDao.class,
        dao ->
            dao.deleteErrorsBefore(now.minus(KEPT_FOR))
                + dao.keepNewestInventory(InventoryReport.MOST));
  }
}
