package org.kitstream.api.users;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** People who left. Thread-safe. */
public final class ArchivedUsers {

  /** Counted from the opening of the account. */
  private static final Duration KEPT_FOR = Duration.ofDays(3);

  private final Jdbi jdbi;

  public ArchivedUsers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Destroys the archived users whose devices are gone, and all that is theirs; how many. */
  public int purge(Instant now) {
    return jdbi.withExtension(
        ArchivedUserDao.class, dao -> dao.deleteWithoutDevices(now.minus(KEPT_FOR)));
  }
}
