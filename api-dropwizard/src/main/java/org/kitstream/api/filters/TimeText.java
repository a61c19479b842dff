package org.kitstream.api.filters;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** A time as callers write it: a date, or date and time with or without an offset; else UTC. */
final class TimeText {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss][.SSS][XXX][X][' 'z]]");
  private static final int LAST_YEAR = 9999;

  private TimeText() {}

  /**
   * The time.
   *
   * @throws IllegalArgumentException if it is none
   */
  static OffsetDateTime parse(String text) {
    try {
      TemporalAccessor time =
          FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      OffsetDateTime at = atOffset(time);
      if (at.getYear() > LAST_YEAR) {
        throw new IllegalArgumentException("too far away");
      }
      return at;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time", e);
    }
  }

  private static OffsetDateTime atOffset(TemporalAccessor time) {
    if (time instanceof OffsetDateTime exact) {
      return exact;
    }
    return time instanceof LocalDateTime local
        ? local.atOffset(ZoneOffset.UTC)
        : LocalDate.from(time).atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
