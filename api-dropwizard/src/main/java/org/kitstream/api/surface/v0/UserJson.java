package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.surface.http.PublicAddress;
import org.kitstream.api.users.User;

/** A user with all that clients of any generation look for. */
record UserJson(
    long id,
    UUID uuid,
    String role,
    String username,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String avatar,
    @JsonSerialize(using = PublicAddress.class) String profilePicture,
    @Nullable String url,
    HomeJson location,
    Instant joinedAt,
    Instant updatedAt,
    String email,
    String legacyApiKey,
    @Nullable String forwardingToken,
    @Nullable String forwardingUsername,
    List<UserDeviceJson> devices) {

  /**
   * @param apiKey the user's, if the viewer may see what only the user should see
   */
  static UserJson of(User user, Optional<String> apiKey, List<UserDeviceJson> devices) {
    boolean open = apiKey.isPresent();
    return new UserJson(
        user.id(),
        user.uuid(),
        user.role().wireName(),
        user.username(),
        user.firstName(),
        user.lastName(),
        user.avatar(),
        PictureForm.path(user.id(), user.pictureVersion()),
        user.url(),
        HomeJson.of(user),
        user.createdAt(),
        user.updatedAt(),
        open ? user.email() : Answers.FILTERED,
        apiKey.orElse(Answers.FILTERED),
        open ? user.forwardingToken() : Answers.FILTERED,
        open ? user.forwardingUsername() : Answers.FILTERED,
        devices);
  }
}
