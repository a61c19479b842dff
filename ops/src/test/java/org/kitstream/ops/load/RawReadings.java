package org.kitstream.ops.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kitstream.contract.topic.Topic;

/** What Kafka holds of readings as they came. */
final class RawReadings {

  private RawReadings() {}

  /** All payloads that the topic holds now. */
  static List<String> payloads(String bootstrapServers) {
    var bytes = new ByteArrayDeserializer();
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.READINGS_RAW.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> payloads = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(found -> payloads.add(new String(found.value(), UTF_8)));
      }
      return payloads;
    }
  }
}
