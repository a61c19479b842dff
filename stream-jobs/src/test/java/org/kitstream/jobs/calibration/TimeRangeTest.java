package org.kitstream.jobs.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.jobs.TestDevices.NOON;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

  @Test
  void aClockMayBeOneDayAheadAndNoMore() {
    Instant ahead = NOON.plus(Duration.ofDays(1));

    assertThat(TimeRange.refusal(ahead, NOON)).isNull();
    assertThat(TimeRange.refusal(ahead.plusMillis(1), NOON)).isNotNull();
  }

  @Test
  void anyPastIsTakenThatInfluxDbCanStore() {
    Instant first = Instant.parse("1677-09-22T00:00:00Z");

    assertThat(TimeRange.refusal(first, NOON)).isNull();
    assertThat(TimeRange.refusal(first.minusMillis(1), NOON)).isNotNull();
    assertThat(TimeRange.refusal(Instant.MIN, NOON)).isNotNull();
  }

  @Test
  void aDoorWithAWrongClockOpensNoFuture() {
    assertThat(
            TimeRange.refusal(
                Instant.parse("2262-04-11T00:00:00Z"), Instant.MAX.minusSeconds(99_999)))
        .isNotNull();
  }

  @Test
  void theEpochIsWhatAnUnsetClockSays() {
    assertThat(TimeRange.isPlausible(Instant.EPOCH)).isFalse();
    assertThat(TimeRange.isPlausible(Instant.EPOCH.plusMillis(1))).isTrue();
  }
}
