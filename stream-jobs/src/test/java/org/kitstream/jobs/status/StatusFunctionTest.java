package org.kitstream.jobs.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.DeviceStatus.State;

class StatusFunctionTest {

  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
  private static final Duration SETTLED = DeviceStatus.ONLINE_FOR.plus(StatusFunction.SETTLE);

  @Test
  void aFreshReadingBringsADeviceOnlineOnce() throws Exception {
    try (var job = StatusHarness.start(null, NOON)) {
      job.hear(NOON);
      job.time(NOON.plusSeconds(60));
      job.hear(NOON.plusSeconds(60));

      assertThat(job.told()).containsExactly(online(NOON));
    }
  }

  @Test
  void silenceForTenMinutesIsOfflineSinceExactlyThen() throws Exception {
    try (var job = StatusHarness.start(null, NOON)) {
      job.hear(NOON);
      job.time(NOON.plus(SETTLED).minusMillis(1));
      assertThat(job.told()).hasSize(1);

      job.time(NOON.plus(SETTLED));
      assertThat(job.told()).containsExactly(online(NOON), offline(NOON.plusSeconds(600)));
      job.time(NOON.plus(SETTLED).plusSeconds(9_999));
      assertThat(job.told()).hasSize(2);
    }
  }

  @Test
  void eachReadingPutsTheEndOff() throws Exception {
    try (var job = StatusHarness.start(null, NOON)) {
      for (int minute = 0; minute <= 30; minute += 9) {
        job.time(NOON.plusSeconds(minute * 60L));
        job.hear(NOON.plusSeconds(minute * 60L));
      }
      assertThat(job.told()).containsExactly(online(NOON));

      job.time(NOON.plusSeconds(27 * 60).plus(SETTLED));
      assertThat(job.told()).containsExactly(online(NOON), offline(NOON.plusSeconds(37 * 60)));
    }
  }

  @Test
  void aDeviceComesBackWithItsNextFreshReading() throws Exception {
    try (var job = StatusHarness.start(null, NOON)) {
      job.hear(NOON);
      job.time(NOON.plusSeconds(3_600));
      job.hear(NOON.plusSeconds(3_600));
      job.time(NOON.plusSeconds(3_600).plus(SETTLED));

      assertThat(job.told())
          .containsExactly(
              online(NOON),
              offline(NOON.plusSeconds(600)),
              online(NOON.plusSeconds(3_600)),
              offline(NOON.plusSeconds(4_200)));
    }
  }

  @Test
  void aDeviceThatSendsOldDataStaysOffline() throws Exception {
    try (var job = StatusHarness.start(null, NOON)) {
      job.hear(NOON.minusSeconds(86_400));
      job.time(NOON.plus(SETTLED));
      job.hear(NOON.minusSeconds(80_000));
      job.time(NOON.plus(SETTLED).plus(SETTLED));

      assertThat(job.told()).containsExactly(offline(NOON.minusSeconds(86_400 - 600)));
    }
  }

  @Test
  void anOlderDocumentNeverMovesATransition() throws Exception {
    try (var job = StatusHarness.start(null, NOON)) {
      job.hear(NOON);
      job.hear(NOON.minusSeconds(3_600));
      job.time(NOON.plus(SETTLED));

      assertThat(job.told()).containsExactly(online(NOON), offline(NOON.plusSeconds(600)));
    }
  }

  @Test
  void aReplayedBacklogMakesNoFalseTransition() throws Exception {
    Instant restart = NOON.plusSeconds(3_600);
    OperatorSubtaskState state = onlineSinceNoon();
    try (var job = StatusHarness.start(state, restart)) {
      job.time(restart.plusSeconds(5));
      for (int minute = 1; minute <= 60; minute++) {
        Instant at = NOON.plusSeconds(minute * 60L);
        job.hear(at, at);
      }
      job.time(restart.plusSeconds(120));

      assertThat(job.told()).isEmpty();
    }
  }

  @Test
  void aSlowBacklogOfAnotherDeviceHoldsTheVerdictBack() throws Exception {
    Instant restart = NOON.plusSeconds(3_600);
    try (var job = StatusHarness.start(onlineSinceNoon(), restart)) {
      for (int second = 0; second < 60; second += 5) {
        job.time(restart.plusSeconds(second));
        Instant old = NOON.plusSeconds(second);
        job.hearOther(old);
      }
      assertThat(job.told()).isEmpty();

      job.hear(restart);
      job.time(restart.plusSeconds(80));
      assertThat(job.told()).doesNotContain(offline(NOON.plusSeconds(600)));
    }
  }

  @Test
  void silenceDuringAStandstillIsToldOnceItIsSure() throws Exception {
    Instant restart = NOON.plusSeconds(3_600);
    try (var job = StatusHarness.start(onlineSinceNoon(), restart)) {
      job.time(restart.plusMillis(1));
      assertThat(job.told()).isEmpty();

      job.time(restart.plus(StatusFunction.SETTLE).plusMillis(1));
      assertThat(job.told()).containsExactly(offline(NOON.plusSeconds(600)));
    }
  }

  private static OperatorSubtaskState onlineSinceNoon() throws Exception {
    try (var job = StatusHarness.start(null, NOON)) {
      job.hear(NOON);
      return job.snapshot();
    }
  }

  private static DeviceStatus online(Instant since) {
    return new DeviceStatus(StatusHarness.DEVICE, State.ONLINE, since);
  }

  private static DeviceStatus offline(Instant since) {
    return new DeviceStatus(StatusHarness.DEVICE, State.OFFLINE, since);
  }
}
