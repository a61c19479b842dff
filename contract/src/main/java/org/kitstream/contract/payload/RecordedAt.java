package org.kitstream.contract.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * The times of readings: ISO 8601 date and time with {@code T} or a space between them, with or
 * without fraction, with {@code Z}, an offset or none, which means UTC.
 */
public final class RecordedAt {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[' '][XXX][XX][X]['UTC']")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private RecordedAt() {}

  /** The time that the text names, cut to the millisecond; empty if it names none. */
  public static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor parsed =
          FORMAT.parseBest(text.strip(), Instant::from, RecordedAt::localAsUtc);
      return Optional.of(Instant.from(parsed).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant localAsUtc(TemporalAccessor fields) {
    return LocalDateTime.from(fields).toInstant(ZoneOffset.UTC);
  }
}
