package org.kitstream.bridge.log;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.topic.Topic;

/** The consumers of a bridge: each reads all partitions, for every bridge needs to know all. */
public final class TopicConsumers {

  private TopicConsumers() {}

  /** A consumer that is assigned nothing yet; the suffix tells it from the bridge's others. */
  public static KafkaConsumer<byte[], byte[]> open(BridgeSettings settings, String suffix) {
    var bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(properties(settings, suffix), bytes, bytes);
  }

  /**
   * All partitions of a topic.
   *
   * @throws BridgeFailedException if there is no such topic
   */
  public static Stream<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic.topicName());
    if (partitions.isEmpty()) {
      throw new BridgeFailedException("there is no topic " + topic.topicName());
    }
    return partitions.stream().map(info -> new TopicPartition(info.topic(), info.partition()));
  }

  private static Map<String, Object> properties(BridgeSettings settings, String suffix) {
    int timeout = (int) settings.limits().kafkaTimeout().toMillis();
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        settings.bootstrapServers(),
        ConsumerConfig.CLIENT_ID_CONFIG,
        "bridge-" + settings.bridgeId() + suffix,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "latest",
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
