package org.kitstream.bridge.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewcomersTest {

  private static final long SECOND = 1_000_000_000L;

  private final Newcomers newcomers = new Newcomers();

  @Test
  void aKitIsNewsOnceInAWhile() {
    assertThat(isNews("ab12", 0)).isTrue();
    assertThat(isNews("ab12", 29 * SECOND)).isFalse();
    assertThat(isNews("cd34", 29 * SECOND)).isTrue();
    assertThat(isNews("ab12", 30 * SECOND)).isTrue();
    assertThat(isNews("ab12", 59 * SECOND)).isFalse();
  }

  @Test
  void allTogetherAreNewsSoOftenOnly() {
    long heard = IntStream.range(0, 10_000).filter(i -> isNews("kit" + i, SECOND)).count();
    assertThat(heard).isEqualTo(Newcomers.MOST);
    assertThat(isNews("late", 30 * SECOND)).isFalse();
    assertThat(isNews("late", 31 * SECOND)).isTrue();
  }

  @Test
  void whoMayNotReportIsNewsLater() {
    assertThat(newcomers.isNews("ab12".getBytes(UTF_8), () -> false, SECOND)).isFalse();
    assertThat(isNews("ab12", SECOND)).isTrue();
  }

  private boolean isNews(String token, long now) {
    return newcomers.isNews(token.getBytes(UTF_8), () -> true, now);
  }
}
