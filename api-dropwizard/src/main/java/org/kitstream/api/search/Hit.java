package org.kitstream.api.search;

import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param name a user's user name
 * @param avatar only users have one
 * @param pictureVersion another one for every picture of a user
 * @param ownerId only devices have an owner
 */
public record Hit(
    Kind kind,
    long id,
    String name,
    @Nullable String description,
    @Nullable String avatar,
    @Nullable String pictureVersion,
    @Nullable Long ownerId,
    @Nullable String ownerUsername,
    @Nullable String city,
    @Nullable String countryCode) {

  /** What it is; hits come in this order. */
  public enum Kind {
    TAG,
    USER,
    DEVICE
  }
}
