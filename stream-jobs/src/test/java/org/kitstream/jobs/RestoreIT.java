package org.kitstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.history.HistorySchema;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.topic.Topic;
import org.kitstream.jobs.calibration.CalibrationJob;
import org.kitstream.jobs.environment.JobSettings;
import org.kitstream.jobs.history.HistoryJob;
import org.kitstream.jobs.history.HistorySettings;
import org.kitstream.jobs.history.InfluxSettings;

/** Jobs that are stopped at a bad moment and go on from their last checkpoint. */
class RestoreIT {

  private static final int DEVICES = 10;
  private static final int READINGS_EACH = 3_000;
  private static final long FIRST_DEVICE = 2000;
  private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");

  private final JobSettings settings =
      new JobSettings(Stack.kafka().bootstrapServers(), Duration.ofMillis(300));
  private final HistorySettings historySettings =
      new HistorySettings(settings, "restore", InfluxSettings.of(Stack.influx().url()));
  private final AtomicInteger published = new AtomicInteger();

  @Test
  void everyReadingIsStoredOnceWhenJobsAreStoppedUnderLoad() throws Exception {
    try (var topics = new Topics()) {
      topics.publish(TestDevices.CATALOGUE);
      for (int device = 0; device < DEVICES; device++) {
        topics.publish(TestDevices.device(FIRST_DEVICE + device, 1));
      }
      CompletableFuture<Void> load = CompletableFuture.runAsync(() -> publishAll(topics));
      Path calibrated = runUntilCheckpointUnderLoad(null, true);
      Path stored = runUntilCheckpointUnderLoad(null, false);
      load.join();
      try (var calibration = calibration(calibrated);
          var history = history(stored)) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(RestoreIT::assertAllStored);
        assertThat(calibration.runsWithoutRestart()).isTrue();
        assertThat(history.runsWithoutRestart()).isTrue();
      }
    }
    assertCausesAndLatest();
  }

  private Path runUntilCheckpointUnderLoad(@Nullable Path from, boolean calibration)
      throws Exception {
    RunningJob job = calibration ? calibration(from) : history(from);
    try (job) {
      await().atMost(Duration.ofMinutes(1)).until(() -> job.newestCheckpoint().isPresent());
      int before = published.get();
      await().until(() -> published.get() > before + 1_000 || published.get() == total());
    }
    return job.newestCheckpoint().orElseThrow();
  }

  private RunningJob calibration(@Nullable Path from) throws Exception {
    return RunningJob.start(CalibrationJob.NAME, env -> CalibrationJob.wire(env, settings), from);
  }

  private RunningJob history(@Nullable Path from) throws Exception {
    return RunningJob.start(HistoryJob.NAME, env -> HistoryJob.wire(env, historySettings), from);
  }

  private void publishAll(Topics topics) {
    for (int i = 0; i < READINGS_EACH; i++) {
      for (int device = 0; device < DEVICES; device++) {
        topics.publishShort(FIRST_DEVICE + device, "{t:" + START.plusSeconds(i) + ",55:" + i + "}");
        published.incrementAndGet();
      }
      LockSupport.parkNanos(1_000_000);
    }
    topics.flush();
  }

  private static int total() {
    return DEVICES * READINGS_EACH;
  }

  private static void assertAllStored() {
    List<String> sums =
        Influx.rows(
            HistorySchema.DATABASE,
            "SELECT count(\"55\"), sum(\"55\"), count(rev) FROM readings"
                + " WHERE time >= '2024-05-01' AND time < '2024-05-02' AND device =~ /^20..$/"
                + " GROUP BY device");
    long sum = (READINGS_EACH - 1L) * READINGS_EACH / 2;
    assertThat(sums)
        .hasSize(DEVICES)
        .allSatisfy(
            row -> assertThat(row).endsWith("," + READINGS_EACH + "," + sum + "," + READINGS_EACH));
  }

  /** What a restored job does again is late, for it is known; the first time it was live. */
  private static void assertCausesAndLatest() {
    long live =
        Topics.read(Topic.READINGS_PROCESSED, ProcessedReading.class).stream()
            .filter(reading -> reading.cause() == Cause.LIVE)
            .filter(reading -> reading.deviceId() / 100 == FIRST_DEVICE / 100)
            .map(reading -> reading.deviceId() + " " + reading.recordedAt())
            .distinct()
            .count();
    assertThat(live).isEqualTo(total());
    List<LatestDocument> latest =
        Topics.read(Topic.DEVICES_LATEST, LatestDocument.class).stream()
            .filter(document -> document.deviceId() == FIRST_DEVICE)
            .toList();
    assertThat(latest.get(latest.size() - 1).recordedAt())
        .isEqualTo(START.plusSeconds(READINGS_EACH - 1));
  }
}
