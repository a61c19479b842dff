package org.kitstream.bridge.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.log.TopicConsumers;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.json.MalformedMessageException;
import org.kitstream.contract.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code devices.profiles} and {@code devices.commands} whole, then follows them on a thread
 * of its own.
 */
public final class ProfilesFollower implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(ProfilesFollower.class);
  private static final List<Topic> TOPICS = List.of(Topic.DEVICES_PROFILES, Topic.DEVICES_COMMANDS);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final JsonCodec<DeviceProfile> CODEC = JsonCodec.of(DeviceProfile.class);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final DeviceNews news;
  private final Consumer<Throwable> onFailure;
  private final Thread thread;

  private ProfilesFollower(
      KafkaConsumer<byte[], byte[]> consumer, DeviceNews news, Consumer<Throwable> onFailure) {
    this.consumer = consumer;
    this.news = news;
    this.onFailure = onFailure;
    this.thread = new Thread(this::follow, "bridge-profiles");
    thread.setDaemon(true);
  }

  /**
   * Returns when all that the topics held when this was called has been told.
   *
   * @param onFailure told when following ends though nobody asked for it
   * @throws BridgeFailedException if the topic cannot be read
   */
  public static ProfilesFollower start(
      BridgeSettings settings, DeviceNews news, Consumer<Throwable> onFailure) {
    var consumer = TopicConsumers.open(settings, "");
    var follower = new ProfilesFollower(consumer, news, onFailure);
    try {
      follower.readToEnd(settings.limits().kafkaTimeout());
    } catch (KafkaException | BridgeFailedException e) {
      consumer.close();
      throw new BridgeFailedException("cannot read what is said of devices: " + e.getMessage(), e);
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
        TOPICS.stream().flatMap(topic -> TopicConsumers.partitions(consumer, topic)).toList();
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
      if (change.topic().equals(Topic.DEVICES_COMMANDS.topicName())) {
        news.config(deviceId, change.value());
      } else {
        news.profile(deviceId, change.value() == null ? null : CODEC.decode(change.value()));
      }
    } catch (MalformedMessageException | NumberFormatException e) {
      LOGGER
          .atWarn()
          .addKeyValue("topic", change.topic())
          .addKeyValue("partition", change.partition())
          .addKeyValue("offset", change.offset())
          .log("skipped a record that cannot be read");
    }
  }
}
