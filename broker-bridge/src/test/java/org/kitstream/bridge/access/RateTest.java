package org.kitstream.bridge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long START = Long.parseLong("9223372033000000000"); // soon overflows
  private final Rate rate = Rate.of(10, Duration.ofSeconds(1), START);

  @Test
  void letsTenSecondsWorthThroughAtOnce() {
    assertThat(letThroughAt(START)).isEqualTo(100);
  }

  @Test
  void saysHowLongUntilTheNext() {
    letThroughAt(START);

    assertThat(rate.take(START)).isEqualTo(SECOND / 10);
    assertThat(rate.take(START + SECOND / 10 - 1)).isEqualTo(1);
    assertThat(rate.take(START + SECOND / 10)).isZero();
  }

  @Test
  void keepsToTheRateInTheLongRun() {
    int through = 0;
    for (long ms = 0; ms < 60_000; ms++) {
      if (rate.take(START + ms * 1_000_000) == 0) {
        through++;
      }
    }

    assertThat(through).isEqualTo(100 + 600 - 1);
  }

  @Test
  void savesNoMoreThanTheBurst() {
    letThroughAt(START);

    assertThat(letThroughAt(START + 3_600 * SECOND)).isEqualTo(100);
  }

  private int letThroughAt(long now) {
    int through = 0;
    while (rate.take(now) == 0) {
      through++;
    }
    return through;
  }
}
