package org.kitstream.api.surface.legacy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time as SCK 1.x set their clocks by it: {@code UTC:2015,2,1,20,00,05#}. */
public final class KitClock {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("'UTC:'uuuu,M,d,HH,mm,ss'#'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Clock clock;

  public KitClock(Clock clock) {
    this.clock = clock;
  }

  /** The present time. */
  String text() {
    return FORMAT.format(clock.instant());
  }
}
