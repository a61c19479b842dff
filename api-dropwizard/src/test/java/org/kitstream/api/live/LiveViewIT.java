package org.kitstream.api.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.kitstream.api.live.LiveDocuments.NOON;
import static org.kitstream.api.live.LiveDocuments.document;

import io.dropwizard.util.Duration;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.DeviceStatus.State;
import org.kitstream.contract.topic.Topic;
import org.kitstream.parts.KafkaServer;

/** Has a Kafka of its own, because it restarts it. */
class LiveViewIT {

  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final int DEVICES = 3_000;
  private static final int PARTITIONS = 4;

  @TempDir private Path dataDir;
  private int port;
  private KafkaServer kafka;
  private LiveView view;

  @BeforeEach
  void startKafka() throws Exception {
    port = freePort();
    kafka = KafkaServer.start(dataDir, port);
    createTopics();
    view = new LiveView(LiveSettings.of(kafka.bootstrapServers()), CLOCK);
  }

  @AfterEach
  void stopAll() throws Exception {
    view.stop();
    kafka.close();
  }

  @Test
  void isWholeWhenTheStartReturns() throws Exception {
    produceLatestOfAllDevices();

    view.start();

    assertThat(view.ready()).isTrue();
    for (int id = 1; id <= DEVICES; id++) {
      assertThat(view.latest(id)).contains(document(id, NOON, id));
      assertThat(view.state(id)).isEqualTo(State.ONLINE);
    }
    assertThat(view.state(DEVICES + 1)).isEqualTo(State.NEW);
    assertThat(view.lag()).isZero();
  }

  @Test
  void followsDocumentsStatusesAndDeletions() throws Exception {
    view.start();

    produce(Topic.DEVICES_LATEST, 7, LiveDocuments.json(document(7, NOON, 1)));
    produce(Topic.DEVICES_LATEST, 8, LiveDocuments.json(document(8, NOON.minusSeconds(600), 1)));
    produce(Topic.DEVICES_STATUS, 7, LiveDocuments.json(new DeviceStatus(7, State.ONLINE, NOON)));

    await().until(() -> view.latest(7).isPresent() && view.latest(8).isPresent());
    assertThat(view.state(7)).isEqualTo(State.ONLINE);
    assertThat(view.state(8)).isEqualTo(State.OFFLINE);
    await()
        .until(() -> view.status(7).equals(Optional.of(new DeviceStatus(7, State.ONLINE, NOON))));

    produce(Topic.DEVICES_LATEST, 7, null);
    await().until(() -> view.latest(7).isEmpty());
    assertThat(view.state(7)).isEqualTo(State.NEW);
  }

  @Test
  void aMalformedRecordHarmsNoOther() throws Exception {
    produce(Topic.DEVICES_LATEST, 7, "not json".getBytes(UTF_8));
    view.start();
    produce(Topic.DEVICES_LATEST, 7, LiveDocuments.json(document(7, NOON, 1)));

    await().until(() -> view.latest(7).isPresent());
    assertThat(view.malformed()).isOne();
  }

  @Test
  void keepsAnsweringWhileKafkaIsAwayAndGoesOnWhenItIsBack() throws Exception {
    produceLatestOfAllDevices();
    view.start();

    kafka.close();
    assertThat(view.latest(5)).contains(document(5, NOON, 5));

    kafka = KafkaServer.start(dataDir, port);
    produce(Topic.DEVICES_LATEST, 5, LiveDocuments.json(document(5, NOON.plusSeconds(1), 6)));

    await()
        .atMost(java.time.Duration.ofSeconds(30))
        .until(() -> view.latest(5).equals(Optional.of(document(5, NOON.plusSeconds(1), 6))));
    assertThat(view.latest(6)).contains(document(6, NOON, 6));
  }

  @Test
  void readsAnewWhenTheTopicsWereMadeAnew(@TempDir Path otherDataDir) throws Exception {
    produceLatestOfAllDevices();
    view.start();

    kafka.close();
    kafka = KafkaServer.start(otherDataDir, port);
    createTopics();
    produce(Topic.DEVICES_LATEST, 5, LiveDocuments.json(document(5, NOON.minusSeconds(9), 1)));

    await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> view.latest(5).equals(Optional.of(document(5, NOON.minusSeconds(9), 1))));
    assertThat(view.latest(6)).isEmpty();
  }

  @Test
  void neverAnswersBeforeItIsWholeAndFailsTheStart() throws Exception {
    kafka.close();
    LiveView early =
        new LiveView(new LiveSettings(kafka.bootstrapServers(), Duration.milliseconds(300)), CLOCK);

    assertThatThrownBy(early::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("could not be read from Kafka at " + kafka.bootstrapServers());
    assertThat(early.ready()).isFalse();
    assertThatThrownBy(() -> early.state(1)).hasMessage("the live view is not ready");
    early.stop();
    assertThat(early.following()).isFalse();
  }

  /**
   * Waits until every partition has its leader: before that, a broker may refuse a producer's first
   * batch and take its second, and the first can then never be written.
   */
  private void createTopics() {
    kafka.createTopics(PARTITIONS);
    List<TopicPartition> partitions =
        Stream.of(Topic.DEVICES_LATEST, Topic.DEVICES_STATUS)
            .flatMap(topic -> IntStream.range(0, PARTITIONS).mapToObj(i -> partition(topic, i)))
            .toList();
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      assertThat(consumer.endOffsets(partitions)).hasSize(partitions.size());
    }
  }

  private static TopicPartition partition(Topic topic, int partition) {
    return new TopicPartition(topic.topicName(), partition);
  }

  private void produceLatestOfAllDevices() throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (int id = 1; id <= DEVICES; id++) {
        byte[] json = LiveDocuments.json(document(id, NOON, id));
        sent.add(producer.send(record(Topic.DEVICES_LATEST, id, json)));
      }
    }
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  private void produce(Topic topic, long deviceId, byte @Nullable [] json) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.send(record(topic, deviceId, json)).get();
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @SuppressWarnings("NullAway") // a tombstone is a record without a value; Kafka is not annotated
  private static ProducerRecord<byte[], byte[]> record(
      Topic topic, long deviceId, byte @Nullable [] json) {
    return new ProducerRecord<>(topic.topicName(), Long.toString(deviceId).getBytes(UTF_8), json);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
