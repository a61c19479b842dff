package org.kitstream.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;
import org.kitstream.contract.history.HistorySchema;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.reading.Via;
import org.kitstream.contract.topic.Topic;
import org.kitstream.jobs.calibration.CalibrationJob;
import org.kitstream.jobs.environment.JobSettings;
import org.kitstream.jobs.history.HistoryJob;
import org.kitstream.jobs.history.HistorySettings;
import org.kitstream.jobs.history.InfluxSettings;
import org.kitstream.jobs.status.StatusJob;

/** All three jobs over a real Kafka and a real InfluxDB. */
class PipelineIT {

  private static final double CALIBRATED = 14.38578857421875;

  private static Topics topics;
  private static RunningJob calibration;
  private static RunningJob status;
  private static RunningJob history;

  @BeforeAll
  static void startJobs() throws Exception {
    topics = new Topics();
    topics.publish(TestDevices.CATALOGUE);
    JobSettings settings =
        new JobSettings(Stack.kafka().bootstrapServers(), Duration.ofMillis(500));
    var historySettings =
        new HistorySettings(settings, "pipeline", InfluxSettings.of(Stack.influx().url()));
    calibration = RunningJob.start(CalibrationJob.NAME, env -> CalibrationJob.wire(env, settings));
    status = RunningJob.start(StatusJob.NAME, env -> StatusJob.wire(env, settings));
    history = RunningJob.start(HistoryJob.NAME, env -> HistoryJob.wire(env, historySettings));
  }

  @AfterAll
  static void stopJobs() throws Exception {
    calibration.close();
    status.close();
    history.close();
    topics.close();
  }

  @Test
  void aRawReadingEndsAsProcessedLatestStatusAndPoint() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    topics.publish(TestDevices.device(1001, 3));
    topics.publishShort(1001, "{t:" + now + ",12:25132,55:21.4}");

    eventually(() -> assertThat(processed(1001)).hasSize(1));
    assertThat(processed(1001).get(0).values().get(0).value()).isEqualTo(CALIBRATED);
    eventually(() -> assertThat(latest(1001)).hasSize(1));
    assertThat(latest(1001).get(0).values())
        .containsExactly(
            new LatestValue(12, 25132, CALIBRATED, null, null, now, 0),
            new LatestValue(55, 21.4, 21.4, null, null, now, 0));
    eventually(
        () ->
            assertThat(Topics.read(Topic.DEVICES_STATUS, DeviceStatus.class))
                .contains(new DeviceStatus(1001, DeviceStatus.State.ONLINE, now)));
    eventually(
        () ->
            assertThat(
                    Influx.rows(
                        HistorySchema.DATABASE,
                        "SELECT \"12\",\"12_raw\",\"55\",rev FROM readings WHERE device='1001'"))
                .containsExactly(
                    "readings,," + now.toEpochMilli() + "," + CALIBRATED + ",25132,21.4,3"));
    eventually(
        () ->
            assertThat(
                    Influx.rows(
                        HistorySchema.DATABASE, "SELECT state FROM status WHERE device='1001'"))
                .containsExactly("status,," + now.toEpochMilli() + ",online"));
  }

  @Test
  void aMalformedPayloadIsQuarantinedAndTheNextIsProcessedWithoutARestart() throws Exception {
    topics.publish(TestDevices.device(1002, 1));
    topics.publishShort(1002, "{t:yesterday,55:1}");
    topics.publishShort(1002, "{t:2024-05-01T12:00:00Z,55:1}");

    eventually(() -> assertThat(processed(1002)).hasSize(1));
    eventually(
        () ->
            assertThat(quarantined())
                .filteredOn(refused -> Long.valueOf(1002).equals(refused.deviceId()))
                .singleElement()
                .satisfies(
                    refused -> {
                      assertThat(refused.refusal().reason()).isEqualTo(Reason.NOT_PARSED);
                      assertThat(refused.payload()).isEqualTo("{t:yesterday,55:1}".getBytes(UTF_8));
                    }));
    assertThat(calibration.runsWithoutRestart()).isTrue();
  }

  @Test
  void aRecordThatNoDoorMadeIsQuarantinedWithoutARestart() throws Exception {
    topics.publish(TestDevices.device(1003, 1));
    topics.send(Topic.READINGS_RAW, "no number", "x".getBytes(UTF_8));
    topics.send(Topic.READINGS_RAW, null, "y".getBytes(UTF_8));
    topics.send(Topic.READINGS_RAW, "1003", "z".getBytes(UTF_8));
    topics.send(Topic.DEVICES_PROFILES, "1003", "{]".getBytes(UTF_8));
    topics.publishShort(1003, "{t:2024-05-01T12:00:00Z,55:1}");

    eventually(() -> assertThat(processed(1003)).hasSize(1));
    eventually(
        () ->
            assertThat(quarantined())
                .extracting(refused -> new String(refused.payload(), UTF_8))
                .contains("x", "y", "z"));
    assertThat(calibration.runsWithoutRestart()).isTrue();
  }

  @Test
  void uploadedRowsAreProcessedAsLateOrLiveLikeAnyOthers() {
    topics.publish(TestDevices.device(1004, 1));
    topics.publishShort(1004, "{t:2024-05-01T12:00:00Z,55:1}");
    topics.publish(
        1004,
        "time,12,55\n2024-04-30T12:00:00Z,25132,null\n2024-05-01T12:01:00Z,none,21.4\n",
        PayloadFormat.CSV_ROW,
        Via.UPLOAD);

    eventually(() -> assertThat(processed(1004)).hasSize(3));
    assertThat(processed(1004))
        .extracting(
            reading -> reading.recordedAt().toString(),
            ProcessedReading::cause,
            reading -> reading.values().get(0).value())
        .containsExactlyInAnyOrder(
            tuple("2024-05-01T12:00:00Z", Cause.LIVE, 1.0),
            tuple("2024-04-30T12:00:00Z", Cause.LATE, CALIBRATED),
            tuple("2024-05-01T12:01:00Z", Cause.LIVE, 21.4));
  }

  private static List<ProcessedReading> processed(long deviceId) {
    return Topics.read(Topic.READINGS_PROCESSED, ProcessedReading.class).stream()
        .filter(reading -> reading.deviceId() == deviceId)
        .toList();
  }

  private static List<LatestDocument> latest(long deviceId) {
    return Topics.read(Topic.DEVICES_LATEST, LatestDocument.class).stream()
        .filter(document -> document.deviceId() == deviceId)
        .toList();
  }

  private static List<QuarantinedReading> quarantined() {
    return Topics.read(Topic.READINGS_QUARANTINE, QuarantinedReading.class);
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }
}
