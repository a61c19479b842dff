package org.kitstream.api.users;

import org.jdbi.v3.core.Handle;
import org.kitstream.api.failure.Violations;

/** What becomes of somebody's picture when their account is changed. */
public sealed interface PictureChange {

  String FIELD = "profile_picture";

  /** Adds what is wrong with it. */
  default Violations check(Violations violations) {
    return violations;
  }

  /** Makes the change, which nothing is wrong with, in the handle's transaction. */
  void write(Handle handle, long userId);

  /** It stays as it is. */
  record Kept() implements PictureChange {
    @Override
    public void write(Handle handle, long userId) {}
  }

  /** There is none from now on. */
  record Removed() implements PictureChange {
    @Override
    public void write(Handle handle, long userId) {
      handle.attach(PictureDao.class).delete(userId);
    }
  }

  /** What was given is no picture. */
  record Unknown() implements PictureChange {
    @Override
    public Violations check(Violations violations) {
      return violations.addIf(true, FIELD, Violations.INVALID);
    }

    @Override
    public void write(Handle handle, long userId) {
      throw new IllegalStateException("not a picture");
    }
  }

  /**
   * It is this one from now on.
   *
   * @param maxBytes how large it may be
   */
  @SuppressWarnings("ArrayRecordComponent") // of one request, written once
  record Replaced(byte[] bytes, int maxBytes) implements PictureChange {
    @Override
    public Violations check(Violations violations) {
      return violations
          .addIf(
              bytes.length > maxBytes,
              FIELD,
              "is too large (maximum is %d bytes)".formatted(maxBytes))
          .addIf(PictureType.of(bytes).isEmpty(), FIELD, "is not a PNG, JPEG, GIF or WebP picture");
    }

    @Override
    public void write(Handle handle, long userId) {
      PictureType type = PictureType.of(bytes).orElseThrow();
      handle.attach(PictureDao.class).put(userId, type.mediaType(), bytes);
    }
  }
}
