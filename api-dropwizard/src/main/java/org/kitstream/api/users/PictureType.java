package org.kitstream.api.users;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a picture can be, told from how it begins: names and headers may say anything. */
enum PictureType {
  PNG("image/png", "\\x89PNG\\r\\n\\x1a\\n"),
  JPEG("image/jpeg", "\\xff\\xd8\\xff"),
  GIF("image/gif", "GIF8[79]a"),
  WEBP("image/webp", "RIFF.{4}WEBP");

  /** None of them needs more to be known. */
  private static final int LONGEST_BEGINNING = 12;

  private final String mediaType;
  private final Pattern beginning;

  PictureType(String mediaType, String beginning) {
    this.mediaType = mediaType;
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  String mediaType() {
    return mediaType;
  }

  /** The type of these bytes; empty if they are none of ours. */
  static Optional<PictureType> of(byte[] bytes) {
    int length = Math.min(bytes.length, LONGEST_BEGINNING);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(type -> type.beginning.matcher(head).lookingAt())
        .findFirst();
  }
}
