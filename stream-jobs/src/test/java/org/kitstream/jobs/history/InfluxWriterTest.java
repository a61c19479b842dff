package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InfluxWriterTest {

  private static final SinkWriter.Context NO_TIME =
      new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
          return Long.MIN_VALUE;
        }

        @Override
        public Long timestamp() {
          return null;
        }
      };

  private final TestProcessingTimeService timers = new TestProcessingTimeService();
  private ScriptedInflux influx;
  private InfluxWriter writer;

  @BeforeEach
  void start() throws Exception {
    influx = new ScriptedInflux();
    var settings =
        new InfluxSettings(
            influx.url(), "kitstream", null, 3, Duration.ofSeconds(1), Duration.ofSeconds(5));
    var refused = new RefusedInMemory();
    var delivery =
        new InfluxDelivery(
            new InfluxClient(settings),
            refused,
            new DeliveryCounters(new UnregisteredMetricsGroup()));
    writer = new InfluxWriter(settings, delivery, refused, timers);
    timers.setCurrentTime(0);
  }

  @AfterEach
  void stop() {
    writer.close();
    influx.close();
  }

  @Test
  void aFullBatchIsSentAtOnce() throws Exception {
    write("a", "b", "c", "d");

    await()
        .untilAsserted(() -> assertThat(influx.writes()).containsExactly(List.of("a", "b", "c")));
  }

  @Test
  void aBatchIsSentWhenItsFirstLineIsASecondOld() throws Exception {
    write("a");
    timers.setCurrentTime(600);
    write("b");
    timers.setCurrentTime(999);
    assertThat(timers.getNumActiveTimers()).isEqualTo(1);

    timers.setCurrentTime(1_000);

    await().untilAsserted(() -> assertThat(influx.writes()).containsExactly(List.of("a", "b")));
  }

  @Test
  void aBatchThatWasFullLeavesNoTimerBehind() throws Exception {
    write("a", "b", "c");

    assertThat(timers.getNumActiveTimers()).isZero();
  }

  @Test
  void afterAFlushEverythingIsStored() throws Exception {
    write("a", "b", "c", "d", "e");

    writer.flush(false);

    assertThat(influx.writes()).containsExactly(List.of("a", "b", "c"), List.of("d", "e"));
  }

  @Test
  void aFlushWaitsForAServerInTrouble() throws Exception {
    influx.answers(503).answers(503);
    write("a");

    writer.flush(false);

    assertThat(influx.writes()).hasSize(3);
  }

  @Test
  void aFlushTellsThatTheServerSentUsAway() throws Exception {
    influx.answers(403);
    write("a");

    assertThatThrownBy(() -> writer.flush(false)).isInstanceOf(SuppressRestartsException.class);
  }

  private void write(String... lines) throws IOException, InterruptedException {
    for (String line : lines) {
      writer.write(new HistoryLine(9, "m", line.getBytes(US_ASCII)), NO_TIME);
    }
  }
}
