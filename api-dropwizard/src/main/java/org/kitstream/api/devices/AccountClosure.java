package org.kitstream.api.devices;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.users.Accounts;
import org.kitstream.api.users.Caller;

/** Archives a user together with all their devices, and tells the stream of it. Thread-safe. */
public final class AccountClosure {

  private final Jdbi jdbi;
  private final Accounts accounts;
  private final ProfilePublication profiles;

  public AccountClosure(Jdbi jdbi, Accounts accounts, ProfilePublication profiles) {
    this.jdbi = jdbi;
    this.accounts = accounts;
    this.profiles = profiles;
  }

  /**
   * Closes an account. A device that is being registered at the same moment waits for the lock of
   * its owner's row, or is seen here.
   *
   * @throws Failure.Forbidden if it is not the caller's own
   */
  public void close(Caller caller, long userId) {
    if (!caller.is(userId)) {
      throw new Failure.Forbidden();
    }
    jdbi.useTransaction(
        handle -> {
          accounts.archive(handle, userId);
          OwnerDao dao = handle.attach(OwnerDao.class);
          List<Long> devices = dao.lockDevicesOf(userId);
          dao.archive(devices);
          profiles.publish(handle, devices);
        });
  }
}
