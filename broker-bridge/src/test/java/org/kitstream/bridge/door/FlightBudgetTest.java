package org.kitstream.bridge.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FlightBudgetTest {

  private final FlightBudget budget = new FlightBudget(100);
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void givesAllOrNothing() {
    assertThat(budget.take(60)).isTrue();
    assertThat(budget.take(41)).isFalse();
    assertThat(budget.take(40)).isTrue();
    assertThat(budget.taken()).isEqualTo(100);
  }

  @Test
  void callsWhoWaitsOnceHalfIsFree() {
    budget.take(90);
    budget.whenFree(calls::incrementAndGet);

    budget.give(30);
    assertThat(calls).hasValue(0);

    budget.give(10);
    budget.give(10);
    assertThat(calls).hasValue(1);
  }

  @Test
  void callsAtOnceWhoComesTooLateToBeCalled() {
    budget.whenFree(calls::incrementAndGet);

    assertThat(calls).hasValue(1);
  }

  @Test
  void callsAgainWhoWaitsAgainFromWithinTheCall() {
    budget.take(90);
    budget.whenFree(
        () -> {
          calls.incrementAndGet();
          if (calls.get() < 2) {
            budget.take(60);
            budget.whenFree(calls::incrementAndGet);
          }
        });

    budget.give(90);
    assertThat(calls).hasValue(1);
    budget.give(60);
    assertThat(calls).hasValue(2);
  }

  @Test
  void givesNothingOnceItHasEnded() {
    budget.end();

    assertThat(budget.take(1)).isFalse();
    budget.whenFree(calls::incrementAndGet);
    assertThat(calls).hasValue(0);
  }
}
