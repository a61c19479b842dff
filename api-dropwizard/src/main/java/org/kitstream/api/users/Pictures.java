package org.kitstream.api.users;

import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.failure.Failure;

/** The pictures of users. Thread-safe. */
public final class Pictures {

  private final Jdbi jdbi;
  private final int maxBytes;

  /**
   * @param maxBytes how large one may be; positive
   */
  public Pictures(Jdbi jdbi, int maxBytes) {
    this.jdbi = jdbi;
    this.maxBytes = maxBytes;
  }

  /**
   * The picture of a user.
   *
   * @throws Failure.NotFound if they have none
   */
  public Picture get(User user) {
    return jdbi.withExtension(PictureDao.class, dao -> dao.find(user.id()))
        .orElseThrow(() -> new Failure.NotFound("ProfilePicture", "user_id", user.id()));
  }

  /** That these bytes, whatever they are, become somebody's picture. */
  public PictureChange replacement(byte[] bytes) {
    return new PictureChange.Replaced(bytes, maxBytes);
  }
}
