package org.kitstream.api.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kitstream.contract.payload.RecordedAt;

/** Times as clients write them into a query. */
final class TimeParameter {

  private static final Pattern EPOCH_SECONDS = Pattern.compile("-?[0-9]{1,12}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  /** An offset whose plus was sent as it is, and so arrives as a space. */
  private static final Pattern LOST_PLUS =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}.[0-9:.,]+) ([0-9]{2}:?(?:[0-9]{2})?)");

  private TimeParameter() {}

  /**
   * The time that the text names: an ISO 8601 date (meaning its first moment, UTC) or date and time
   * (UTC unless it says otherwise), or an integer number of seconds since 1970-01-01T00:00Z. Empty
   * if it is none of these, or outside the years 0 to 9999.
   */
  static Optional<Instant> parse(String text) {
    String trimmed = text.strip();
    return any(trimmed).filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(LATEST));
  }

  private static Optional<Instant> any(String text) {
    if (EPOCH_SECONDS.matcher(text).matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }
    if (DATE.matcher(text).matches()) {
      return date(text);
    }
    return RecordedAt.parse(LOST_PLUS.matcher(text).replaceFirst("$1+$2"));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
