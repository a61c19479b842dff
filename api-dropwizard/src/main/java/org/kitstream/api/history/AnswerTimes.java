package org.kitstream.api.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Times in an answer: ISO 8601, whole seconds, {@code Z} or the offset of the zone.
 *
 * @param format in the zone
 */
record AnswerTimes(DateTimeFormatter format) {

  static AnswerTimes in(ZoneId zone) {
    return new AnswerTimes(DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone));
  }

  String text(Instant time) {
    return format.format(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
