package org.kitstream.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {

  @Test
  void pausesDoubleUpToTheLongest() {
    Retries retries = new Retries(Duration.ofSeconds(5), Duration.ofSeconds(30), 9);
    assertThat(IntStream.of(1, 2, 3, 4, 60).mapToObj(retries::pauseAfter))
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
  }

  @Test
  void usuallyAMailIsTriedForAboutADay() {
    long hours =
        IntStream.range(1, Retries.USUAL.attempts())
            .mapToObj(Retries.USUAL::pauseAfter)
            .reduce(Duration.ZERO, Duration::plus)
            .toHours();
    assertThat(hours).isBetween(20L, 28L);
  }
}
