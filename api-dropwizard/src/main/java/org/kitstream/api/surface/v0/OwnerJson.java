package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.surface.http.PublicAddress;
import org.kitstream.api.users.User;

/** The owner within a device. */
record OwnerJson(
    long id,
    UUID uuid,
    String username,
    @Nullable String url,
    @Nullable String avatar,
    @JsonSerialize(using = PublicAddress.class) String profilePicture,
    Instant joinedAt,
    @Nullable String firstName,
    @Nullable String lastName,
    HomeJson location,
    List<Long> deviceIds) {

  static OwnerJson of(User owner, List<Long> deviceIds) {
    return new OwnerJson(
        owner.id(),
        owner.uuid(),
        owner.username(),
        owner.url(),
        owner.avatar(),
        PictureForm.path(owner.id(), owner.pictureVersion()),
        owner.createdAt(),
        owner.firstName(),
        owner.lastName(),
        HomeJson.of(owner),
        deviceIds);
  }
}
