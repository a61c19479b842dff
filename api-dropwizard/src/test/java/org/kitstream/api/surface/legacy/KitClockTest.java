package org.kitstream.api.surface.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class KitClockTest {

  @Test
  void p35_dateUnpaddedTimePadded() {
    Instant time = Instant.parse("2015-02-01T20:00:05Z");
    KitClock clock = new KitClock(Clock.fixed(time, ZoneId.of("Asia/Tokyo")));
    assertThat(clock.text()).isEqualTo("UTC:2015,2,1,20,00,05#");
  }
}
