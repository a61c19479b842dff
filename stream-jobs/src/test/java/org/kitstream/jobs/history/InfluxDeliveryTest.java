package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.reading.Refusal.Reason;

class InfluxDeliveryTest {

  private final DeliveryCounters counters = new DeliveryCounters(new UnregisteredMetricsGroup());
  private final RefusedInMemory refused = new RefusedInMemory();
  private ScriptedInflux influx;
  private InfluxDelivery delivery;

  @BeforeEach
  void start() throws IOException {
    influx = new ScriptedInflux();
    delivery = delivery();
  }

  @AfterEach
  void stop() {
    influx.close();
  }

  @Test
  void makesTheDatabaseOnceThenWrites() throws Exception {
    delivery.deliver(lines("a", "b"));
    delivery.deliver(lines("c"));

    assertThat(influx.queries()).containsExactly("q=CREATE DATABASE \"kitstream\"");
    assertThat(influx.writes()).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(counters.stored.getCount()).isEqualTo(3);
  }

  @Test
  void refusesTheLinesThatAPartialWriteNamesAndSendsNothingAgain() throws Exception {
    influx.answers(
        400,
        """
        {"error":"partial write: unable to parse 'b x': missing fields\\nunable to parse 'd': no \
        time dropped=0"}""");

    delivery.deliver(lines("a", "b x", "c", "d"));

    assertThat(influx.writes()).hasSize(1);
    assertThat(refused.lines()).containsExactly("b x", "d");
    assertThat(refused.reasons()).containsOnly(Reason.NOT_STORED);
    assertThat(refused.sentences().get(0)).contains("missing fields");
    assertThat(counters.stored.getCount()).isEqualTo(2);
    assertThat(counters.refused.getCount()).isEqualTo(2);
  }

  @Test
  void halvesABatchWhoseCulpritIsNotNamed() throws Exception {
    String conflict = "{\"error\":\"partial write: field type conflict dropped=1\"}";
    influx.answers(400, conflict).answers(204).answers(400, conflict).answers(400, conflict);

    delivery.deliver(lines("a", "b", "c", "d"));

    assertThat(influx.writes())
        .containsExactly(
            List.of("a", "b", "c", "d"),
            List.of("a", "b"),
            List.of("c", "d"),
            List.of("c"),
            List.of("d"));
    assertThat(refused.lines()).containsExactly("c");
    assertThat(counters.stored.getCount()).isEqualTo(3);
  }

  @Test
  void refusesAllWhenAllWereDropped() throws Exception {
    influx.answers(400, "{\"error\":\"partial write: field type conflict dropped=3\"}");

    delivery.deliver(lines("a", "b", "c"));

    assertThat(influx.writes()).hasSize(1);
    assertThat(refused.lines()).containsExactly("a", "b", "c");
  }

  @Test
  void splitsWhatIsTooLarge() throws Exception {
    influx.answers(413).answers(204).answers(413);

    delivery.deliver(lines("a", "b"));

    assertThat(influx.writes()).containsExactly(List.of("a", "b"), List.of("a"), List.of("b"));
    assertThat(refused.lines()).containsExactly("b");
    assertThat(refused.reasons()).containsExactly(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void sendsAgainWhatTheServerCouldNotTakeNow(int status) throws Exception {
    influx.answers(status).answers(status);

    delivery.deliver(lines("a"));

    assertThat(influx.writes()).containsExactly(List.of("a"), List.of("a"), List.of("a"));
    assertThat(counters.retries.getCount()).isEqualTo(2);
    assertThat(counters.stored.getCount()).isEqualTo(1);
  }

  @Test
  void sendsAgainWhatWasNotAnsweredInTime() throws Exception {
    influx.hangs();

    delivery.deliver(lines("a"));

    assertThat(influx.writes()).containsExactly(List.of("a"), List.of("a"));
  }

  @Test
  void waitsForAServerThatIsAway() throws Exception {
    int port = influx.port();
    influx.close();
    var delivered = CompletableFuture.runAsync(() -> deliverUnchecked("a"));
    await().until(() -> counters.retries.getCount() > 0);

    influx = new ScriptedInflux(port);

    delivered.join();
    assertThat(influx.writes()).containsExactly(List.of("a"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 405})
  void stopsWhereOnlyAHumanCanHelp(int status) {
    influx.answers(status, "{\"error\":\"go away\"}");

    assertThatThrownBy(() -> delivery.deliver(lines("a")))
        .isInstanceOf(SuppressRestartsException.class)
        .hasRootCauseMessage("InfluxDB answered " + status + ": go away");
    assertThat(influx.writes()).hasSize(1);
  }

  private void deliverUnchecked(String line) {
    try {
      delivery.deliver(lines(line));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private InfluxDelivery delivery() {
    var settings =
        new InfluxSettings(
            influx.url(), "kitstream", null, 10, Duration.ofMillis(50), Duration.ofMillis(500));
    return new InfluxDelivery(new InfluxClient(settings), refused, counters);
  }

  private static List<HistoryLine> lines(String... texts) {
    return Stream.of(texts).map(text -> new HistoryLine(9, "m", text.getBytes(US_ASCII))).toList();
  }
}
