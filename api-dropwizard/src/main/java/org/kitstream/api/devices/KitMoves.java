package org.kitstream.api.devices;

import org.jdbi.v3.core.Jdbi;

/**
 * Devices that change their kit by themselves, because of what their hardware says. Thread-safe.
 */
public final class KitMoves {

  private final Jdbi jdbi;
  private final ProfilePublication profiles;

  public KitMoves(Jdbi jdbi, ProfilePublication profiles) {
    this.jdbi = jdbi;
    this.profiles = profiles;
  }

  /** Puts a device on a kit, if it is not on it already, and tells the stream. */
  public void move(long deviceId, int kitId) {
    jdbi.useTransaction(
        handle -> profiles.publish(handle, handle.attach(KitMoveDao.class).move(deviceId, kitId)));
  }
}
