package org.kitstream.api.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the two topics from their beginning into a {@link LiveTable}, hands the table over once it
 * holds all that was there at the start, and goes on applying what comes.
 *
 * <p>The Kafka client mends broken connections itself. What it cannot mend (a topic that is not
 * there yet, a log that was cut or made anew) ends the session: a new one reads everything into a
 * new table, and the old table serves until the new one is complete.
 */
final class TopicFollower implements Runnable {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicFollower.class);
  private static final List<Topic> TOPICS = List.of(Topic.DEVICES_LATEST, Topic.DEVICES_STATUS);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MS = 500;

  private final String bootstrapServers;
  private final Consumer<LiveTable> whenWhole;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable KafkaConsumer<byte[], byte[]> current;
  private volatile long lag;
  private volatile long malformed;

  TopicFollower(String bootstrapServers, Consumer<LiveTable> whenWhole) {
    this.bootstrapServers = bootstrapServers;
    this.whenWhole = whenWhole;
  }

  /** Records known to be in the topics and not yet applied. */
  long lag() {
    return lag;
  }

  /** Records that were skipped because they could not be read. */
  long malformed() {
    return malformed;
  }

  /** Makes {@link #run} return soon. */
  void stop() {
    stopping.countDown();
    KafkaConsumer<byte[], byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void run() {
    while (!isStopping()) {
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings())) {
        current = consumer;
        follow(consumer);
      } catch (WakeupException e) {
        LOGGER.debug("Woken to stop");
      } catch (RuntimeException e) {
        LOGGER.atWarn().setCause(e).log("Reading the live topics anew");
        pause();
      }
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = TOPICS.stream().flatMap(t -> of(consumer, t)).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    LiveTable table = new LiveTable();
    while (!isStopping() && !hasReached(consumer, ends)) {
      poll(consumer, table);
    }
    if (!isStopping()) {
      whenWhole.accept(table);
    }
    while (!isStopping()) {
      poll(consumer, table);
    }
  }

  private static Stream<TopicPartition> of(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException("there is no topic " + topic.topicName() + " yet");
    }
    return partitions.stream();
  }

  private static boolean hasReached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void poll(KafkaConsumer<byte[], byte[]> consumer, LiveTable table) {
    consumer.poll(POLL).forEach(record -> apply(record, table));
    lag =
        consumer.assignment().stream()
            .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
            .sum();
  }

  // Only the follower's thread writes the counter, so the increment need not be atomic.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void apply(ConsumerRecord<byte[], byte[]> record, LiveTable table) {
    try {
      table.apply(record);
    } catch (RuntimeException e) {
      malformed++;
      LOGGER
          .atDebug()
          .setCause(e)
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .log("Skipped a malformed record");
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause() {
    try {
      if (stopping.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
        LOGGER.debug("Stopped while pausing");
      }
    } catch (InterruptedException e) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }

  /** Offsets out of range must not be mended silently: deletions would be missed. */
  private Map<String, Object> consumerSettings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "none",
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        5_000,
        ConsumerConfig.CLIENT_ID_CONFIG,
        "live-view");
  }
}
