package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.search.Hit;
import org.kitstream.api.surface.http.PublicAddress;

/** The shapes of what a search finds. */
sealed interface HitJson {

  /** What is said to who did not ask for anything. */
  record NoQuery(@JsonProperty("Warning") String warning) {
    static final NoQuery ANSWER = new NoQuery("No query parameter. Use: /search?q=london");
  }

  record Tag(long id, String type, String name, @Nullable String description, String url)
      implements HitJson {}

  record User(
      long id,
      String type,
      String username,
      @Nullable String avatar,
      @JsonSerialize(using = PublicAddress.class) String profilePicture,
      @Nullable String city,
      @Nullable String countryCode,
      @Nullable String country,
      String url)
      implements HitJson {}

  record Device(
      long id,
      String type,
      String name,
      @Nullable String description,
      @Nullable Long ownerId,
      @Nullable String ownerUsername,
      @Nullable String city,
      @Nullable String countryCode,
      @Nullable String country,
      String url)
      implements HitJson {}

  static HitJson of(Hit hit, UriInfo here) {
    return switch (hit.kind()) {
      case TAG -> new Tag(hit.id(), "Tag", hit.name(), hit.description(), url(here, "tags", hit));
      case USER -> user(hit, url(here, "users", hit));
      case DEVICE -> device(hit, url(here, "devices", hit));
    };
  }

  private static HitJson user(Hit hit, String url) {
    return new User(
        hit.id(),
        "User",
        hit.name(),
        hit.avatar(),
        PictureForm.path(hit.id(), hit.pictureVersion()),
        hit.city(),
        hit.countryCode(),
        Answers.country(hit.countryCode()),
        url);
  }

  private static HitJson device(Hit hit, String url) {
    return new Device(
        hit.id(),
        "Device",
        hit.name(),
        hit.description(),
        hit.ownerId(),
        hit.ownerUsername(),
        hit.city(),
        hit.countryCode(),
        Answers.country(hit.countryCode()),
        url);
  }

  private static String url(UriInfo here, String list, Hit hit) {
    return here.getBaseUriBuilder()
        .path("v0")
        .path(list)
        .path(Long.toString(hit.id()))
        .build()
        .toString();
  }
}
