package org.kitstream.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.TestDatabase;
import org.kitstream.contract.topic.Topic;
import org.kitstream.parts.KafkaServer;

/** The relay over a Kafka that comes and goes, with a database of its own. */
class OutboxRelayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CHANGES = 20;

  @TempDir Path directory;

  private final Jdbi jdbi = TestDatabase.empty();
  private final Outbox outbox = new Outbox();
  private KafkaServer kafka;
  private OutboxRelay relay;

  @BeforeEach
  void start() {
    kafka = KafkaServer.start(directory, 0);
    kafka.createTopics(1);
    relay = relay();
    relay.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    relay.stop();
    kafka.close();
  }

  @Test
  void recordsWaitForKafkaAndKeepTheirOrder() {
    int port = kafka.port();
    kafka.close();
    IntStream.range(0, CHANGES).forEach(this::commit);
    await().atMost(PATIENCE).until(() -> !relay.isHealthy());
    assertThat(relay.backlog()).isEqualTo(CHANGES);

    kafka = KafkaServer.start(directory, port);
    await().atMost(PATIENCE).until(() -> relay.backlog() == 0);
    assertThat(published())
        .as("in order, save that a record may come again before the next one")
        .isSortedAccordingTo(Comparator.comparingInt(Integer::parseInt));
    assertThat(Set.copyOf(published())).hasSize(CHANGES);
    await().atMost(PATIENCE).until(relay::isHealthy);
  }

  @Test
  void whatIsRolledBackIsNeverPublished() {
    jdbi.useTransaction(
        handle -> {
          append(handle, "never");
          handle.rollback();
        });
    commit(1);
    await().atMost(PATIENCE).until(() -> relay.backlog() == 0);
    assertThat(published()).containsExactly("1");
  }

  @Test
  void ofTwoRelaysOneWorks() throws InterruptedException {
    OutboxRelay second = relay();
    second.start();
    try {
      IntStream.range(0, CHANGES).forEach(this::commit);
      await().atMost(PATIENCE).until(() -> relay.backlog() == 0);
      assertThat(published())
          .containsExactlyElementsOf(
              IntStream.range(0, CHANGES).mapToObj(Integer::toString).toList());
    } finally {
      second.stop();
    }
  }

  private OutboxRelay relay() {
    Map<String, Object> configuration =
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "acks", "all",
            "max.block.ms", 1_000,
            "request.timeout.ms", 500,
            "delivery.timeout.ms", 1_000,
            "linger.ms", 0);
    return new OutboxRelay(
        jdbi,
        outbox,
        new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer()));
  }

  private void commit(int number) {
    jdbi.useTransaction(handle -> append(handle, Integer.toString(number)));
  }

  private void append(Handle handle, String text) {
    outbox.append(handle, Topic.DEVICES_PROFILES, "7", text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> published() {
    return CompactedTopic.valuesOf(kafka.bootstrapServers(), Topic.DEVICES_PROFILES, "7").stream()
        .map(value -> new String(value, StandardCharsets.UTF_8))
        .toList();
  }
}
