package org.kitstream.bridge.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.json.MalformedMessageException;
import org.kitstream.contract.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code devices.profiles} whole into {@link Tokens}, then follows it on a thread of its own.
 */
public final class ProfilesFollower implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(ProfilesFollower.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final JsonCodec<DeviceProfile> CODEC = JsonCodec.of(DeviceProfile.class);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Tokens tokens;
  private final Consumer<Throwable> onFailure;
  private final Thread thread;

  private ProfilesFollower(
      KafkaConsumer<byte[], byte[]> consumer, Tokens tokens, Consumer<Throwable> onFailure) {
    this.consumer = consumer;
    this.tokens = tokens;
    this.onFailure = onFailure;
    this.thread = new Thread(this::follow, "bridge-profiles");
    thread.setDaemon(true);
  }

  /**
   * Returns when the tokens hold all that the topic held when this was called.
   *
   * @param onFailure told when following ends though nobody asked for it
   * @throws BridgeFailedException if the topic cannot be read
   */
  public static ProfilesFollower start(
      BridgeSettings settings, Tokens tokens, Consumer<Throwable> onFailure) {
    var bytes = new ByteArrayDeserializer();
    var consumer = new KafkaConsumer<>(properties(settings), bytes, bytes);
    var follower = new ProfilesFollower(consumer, tokens, onFailure);
    try {
      follower.readToEnd(settings.limits().kafkaTimeout());
    } catch (KafkaException | BridgeFailedException e) {
      consumer.close();
      throw new BridgeFailedException("cannot read devices.profiles: " + e.getMessage(), e);
    }
    follower.thread.start();
    return follower;
  }

  /** Whether Kafka is within reach: this asks it several times a second. */
  public boolean isConnected() {
    return consumer.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("connection-count"))
        .anyMatch(metric -> metric.getValue().metricValue() instanceof Double n && n > 0);
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readToEnd(Duration patience) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topic.DEVICES_PROFILES.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new BridgeFailedException("the topic does not exist");
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
    long quietSince = System.nanoTime();
    while (!left.isEmpty()) {
      if (poll() > 0) {
        quietSince = System.nanoTime();
      }
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      if (System.nanoTime() - quietSince > patience.toNanos()) {
        throw new BridgeFailedException("nothing came for " + patience);
      }
    }
  }

  private void follow() {
    try (consumer) {
      while (true) {
        poll();
      }
    } catch (WakeupException e) {
      LOGGER.debug("stopped following the profiles");
    } catch (RuntimeException e) {
      onFailure.accept(e);
    }
  }

  private int poll() {
    var records = consumer.poll(POLL);
    records.forEach(this::apply);
    return records.count();
  }

  private void apply(ConsumerRecord<byte[], byte[]> change) {
    try {
      long deviceId = Long.parseLong(new String(change.key(), UTF_8));
      tokens.update(deviceId, change.value() == null ? null : CODEC.decode(change.value()));
    } catch (MalformedMessageException | NumberFormatException e) {
      LOGGER
          .atWarn()
          .addKeyValue("topic", change.topic())
          .addKeyValue("partition", change.partition())
          .addKeyValue("offset", change.offset())
          .log("skipped a profile that cannot be read");
    }
  }

  private static Map<String, Object> properties(BridgeSettings settings) {
    int timeout = (int) settings.limits().kafkaTimeout().toMillis();
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        settings.bootstrapServers(),
        ConsumerConfig.CLIENT_ID_CONFIG,
        "bridge-" + settings.bridgeId(),
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
        500,
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        250,
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        timeout,
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        timeout / 2);
  }
}
