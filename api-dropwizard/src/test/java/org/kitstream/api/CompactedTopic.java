package org.kitstream.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kitstream.contract.topic.Topic;

/** Reads what a topic holds, from its beginning to its present end. */
public final class CompactedTopic {

  private CompactedTopic() {}

  /** The values of one key, oldest first. */
  public static List<byte[]> valuesOf(String bootstrapServers, Topic topic, String key) {
    return recordsOf(bootstrapServers, topic, key).stream().map(ConsumerRecord::value).toList();
  }

  /** The records of one key, oldest first. */
  public static List<ConsumerRecord<String, byte[]>> recordsOf(
      String bootstrapServers, Topic topic, String key) {
    Map<String, Object> configuration = Map.of("bootstrap.servers", bootstrapServers);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(100))) {
          if (key.equals(one.key())) {
            records.add(one);
          }
        }
      }
      return records;
    }
  }
}
