package org.kitstream.api.surface.v0;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;
import org.kitstream.contract.payload.RecordedAt;

/** Times as clients write them into forms. */
final class Times {

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Times() {}

  /**
   * An ISO 8601 date, meaning its first moment in UTC, or date and time; null for null.
   *
   * @throws Failure.Invalid naming the field, if it is neither
   */
  static @Nullable Instant parsed(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    String trimmed = text.strip();
    if (DATE.matcher(trimmed).matches()) {
      try {
        return LocalDate.parse(trimmed).atStartOfDay().toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        throw wrong(field);
      }
    }
    return RecordedAt.parse(trimmed).orElseThrow(() -> wrong(field));
  }

  private static Failure wrong(String field) {
    return Failure.Invalid.of(field, "is not a valid ISO8601 date or time");
  }
}
