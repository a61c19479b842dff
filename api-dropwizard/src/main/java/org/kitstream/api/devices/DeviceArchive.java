package org.kitstream.api.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Devices that their owners deleted: kept for a while, then gone for good. Thread-safe. */
public final class DeviceArchive {

  private static final Duration KEPT_FOR = Duration.ofDays(1);

  /** Devices that one transaction destroys. */
  private static final int BATCH = 200;

  private final Jdbi jdbi;
  private final ProfilePublication profiles;

  public DeviceArchive(Jdbi jdbi, ProfilePublication profiles) {
    this.jdbi = jdbi;
    this.profiles = profiles;
  }

  /**
   * Brings a device back, with its hardware address unless another device has that by now; false if
   * there is none in the archive, or its owner is archived too.
   */
  public boolean unarchive(long id) {
    return jdbi.inTransaction(
        handle -> {
          List<Long> ids = handle.attach(ArchiveDao.class).unarchive(id).stream().toList();
          profiles.publish(handle, ids);
          return !ids.isEmpty();
        });
  }

  /** Destroys what was archived long enough ago, and tells the stream; how many. */
  public int purge(Instant now) {
    int purged = 0;
    int batch;
    do {
      batch = purgeBatch(now.minus(KEPT_FOR));
      purged += batch;
    } while (batch == BATCH);
    return purged;
  }

  private int purgeBatch(Instant before) {
    return jdbi.inTransaction(
        handle -> {
          ArchiveDao dao = handle.attach(ArchiveDao.class);
          List<Long> ids = dao.lockArchivedBefore(before, BATCH);
          dao.delete(ids);
          profiles.withdraw(handle, ids);
          return ids.size();
        });
  }
}
