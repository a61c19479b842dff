package org.kitstream.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;
import org.kitstream.contract.topic.Topic;
import org.kitstream.jobs.RunningJob;
import org.kitstream.jobs.Stack;
import org.kitstream.jobs.Topics;
import org.kitstream.jobs.environment.JobSettings;

/** The history job when InfluxDB is not as it should be. */
class HistoryJobIT {

  private static final Duration A_WHILE = Duration.ofSeconds(60);

  @Test
  void aServerThatSendsTheJobAwayStopsItForGood() throws Exception {
    try (var influx = new ScriptedInflux().answers(403, "{\"error\":\"forbidden\"}");
        var topics = new Topics()) {
      publish(topics, 3001);
      RunningJob job = start(influx, "forbidden");

      await().atMost(A_WHILE).until(() -> job.status() == JobStatus.FAILED);
    }
  }

  @Test
  void aServerInTroubleMakesTheJobWaitNotRestart() throws Exception {
    try (var influx = new ScriptedInflux();
        var topics = new Topics()) {
      IntStream.range(0, 5).forEach(i -> influx.answers(503));
      publish(topics, 3002);
      try (RunningJob job = start(influx, "trouble")) {
        await().atMost(A_WHILE).until(() -> influx.writes().size() > 5);
        assertThat(influx.writes().stream().flatMap(List::stream))
            .anyMatch(line -> line.startsWith("readings,device=3002 "));
        await().atMost(A_WHILE).until(() -> job.newestCheckpoint().isPresent());
        assertThat(job.runsWithoutRestart()).isTrue();
      }
    }
  }

  private static RunningJob start(ScriptedInflux influx, String replica) throws Exception {
    var settings =
        new HistorySettings(
            new JobSettings(Stack.kafka().bootstrapServers(), Duration.ofMillis(500)),
            replica,
            InfluxSettings.of(influx.url()));
    return RunningJob.start(HistoryJob.NAME, env -> HistoryJob.wire(env, settings));
  }

  private static void publish(Topics topics, long deviceId) {
    Instant at = Instant.parse("2024-05-01T12:00:00Z");
    List<SensorValue> values = List.of(new SensorValue(55, 1, 1.0, 0, 0));
    var reading = new ProcessedReading(deviceId, at, at, at, Cause.LIVE, 1, "m", values);
    topics.send(
        Topic.READINGS_PROCESSED,
        Long.toString(deviceId),
        JsonCodec.of(ProcessedReading.class).encode(reading));
    topics.flush();
  }
}
