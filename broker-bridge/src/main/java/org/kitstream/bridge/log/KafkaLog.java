package org.kitstream.bridge.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.topic.Topic;

/**
 * The producer of one bridge: every in-sync replica acknowledges, retries make no duplicates. Safe
 * for use by any thread.
 *
 * <p>{@link #store} never blocks, since event loops call it. The producer's buffer is larger than
 * all that the door lets through.
 */
public final class KafkaLog implements AutoCloseable {

  public static final String READINGS = Topic.READINGS_RAW.topicName();
  public static final String EVENTS = Topic.DEVICES_EVENTS.topicName();

  private static final Duration LOOK_UP_PAUSE = Duration.ofMillis(20);
  private static final Duration FOR_EVER = Duration.ofDays(3650);
  private static final long BUFFER_SLACK = 16L * 1024 * 1024;

  private final KafkaProducer<byte[], byte[]> producer;

  private final PatientProducer sender;

  private KafkaLog(KafkaProducer<byte[], byte[]> producer, Duration patience) {
    this.producer = producer;
    this.sender = new PatientProducer(producer, patience);
  }

  /**
   * Connects, and waits until the partitions are known.
   *
   * @throws BridgeFailedException if Kafka does not name them within its time-out
   */
  public static KafkaLog open(BridgeSettings settings) {
    var serializer = new ByteArraySerializer();
    var producer = new KafkaProducer<>(properties(settings), serializer, serializer);
    var log = new KafkaLog(producer, settings.limits().kafkaTimeout());
    try {
      long deadline = System.nanoTime() + settings.limits().kafkaTimeout().toNanos();
      for (String topic : List.of(READINGS, EVENTS)) {
        log.awaitPartitions(topic, deadline);
      }
      return log;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** Sends a record; the callback comes once, on any thread, perhaps before this returns. */
  public void store(ProducerRecord<byte[], byte[]> message, Callback settled) {
    sender.send(message, settled);
  }

  /** Returns when everything sent so far is settled. */
  public void flush() {
    sender.flush();
  }

  @Override
  public void close() {
    sender.close();
  }

  /** A look-up with no time to block starts one in the background; so: ask until it is there. */
  private void awaitPartitions(String topic, long deadline) {
    while (true) {
      try {
        producer.partitionsFor(topic);
        return;
      } catch (TimeoutException e) {
        if (System.nanoTime() > deadline) {
          throw new BridgeFailedException("Kafka does not know topic " + topic, e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_UP_PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BridgeFailedException("interrupted while waiting for Kafka", e);
    }
  }

  private static Map<String, Object> properties(BridgeSettings settings) {
    int timeout = (int) settings.limits().kafkaTimeout().toMillis();
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "bridge-" + settings.bridgeId()),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024),
        // Kafka gives up a little before the connections do, so that they learn it from Kafka.
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout * 9 / 10),
        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2),
        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0),
        Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, FOR_EVER.toMillis()),
        Map.entry(
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            2 * settings.limits().bytesInFlight() + BUFFER_SLACK));
  }
}
