package org.kitstream.api.surface.v0;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.surface.http.FormFiles;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.users.PictureChange;
import org.kitstream.api.users.Pictures;
import org.kitstream.api.users.User;

/** What a request says of a user's picture. */
@Takes(
    value = PictureForm.NAME,
    about = "The file of a multipart form: PNG, JPEG, GIF or WebP; empty to have none.")
final class PictureForm {

  static final String NAME = PictureChange.FIELD;

  private PictureForm() {}

  /** The present address changes nothing: clients send back what they got. */
  static PictureChange of(
      Parameters given, ContainerRequestContext request, User user, Pictures pictures) {
    Optional<byte[]> file = FormFiles.find(request, NAME);
    if (file.isPresent()) {
      return pictures.replacement(file.get());
    }
    if (!given.has(NAME)) {
      return new PictureChange.Kept();
    }
    String text = given.presentText(NAME, null);
    if (text == null) {
      return new PictureChange.Removed();
    }
    String present = path(user.id(), user.pictureVersion());
    return !present.isEmpty() && text.endsWith(present)
        ? new PictureChange.Kept()
        : new PictureChange.Unknown();
  }

  /** Where the picture is, which changes with it; empty if there is none. */
  static String path(long userId, @Nullable String version) {
    return version == null ? "" : "/v0/users/" + userId + "/profile_picture?v=" + version;
  }
}
