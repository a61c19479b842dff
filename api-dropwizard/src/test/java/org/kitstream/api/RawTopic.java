package org.kitstream.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

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

/** What {@code readings.raw} holds. */
public final class RawTopic {

  private RawTopic() {}

  /** One record. */
  public record Raw(String payload, ConsumerRecord<String, byte[]> taken) {

    /** A header as text. */
    public String header(String name) {
      return new String(taken.headers().lastHeader(name).value(), UTF_8);
    }
  }

  /** All of the device by now, oldest first. */
  public static List<Raw> of(String bootstrapServers, long deviceId) {
    Map<String, Object> configuration = Map.of("bootstrap.servers", bootstrapServers);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.READINGS_RAW.topicName()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Raw> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(100))) {
          if (Long.toString(deviceId).equals(one.key())) {
            found.add(new Raw(new String(one.value(), ISO_8859_1), one));
          }
        }
      }
      return found;
    }
  }
}
