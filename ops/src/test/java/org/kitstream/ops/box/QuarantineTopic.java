package org.kitstream.ops.box;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.topic.Topic;

/** What stands in the quarantine of a box. */
record QuarantineTopic(String bootstrapServers) {

  static QuarantineTopic of(BoxProcess box) {
    return new QuarantineTopic("127.0.0.1:" + box.port("KITSTREAM_KAFKA_PORT"));
  }

  /** The reasons of all refusals of one device. */
  List<String> reasonsFor(long device) {
    JsonCodec<QuarantinedReading> codec = JsonCodec.of(QuarantinedReading.class);
    List<String> reasons = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.READINGS_QUARANTINE.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                found -> {
                  QuarantinedReading reading = codec.decode(found.value());
                  if (Objects.equals(reading.deviceId(), device)) {
                    reasons.add(reading.refusal().reason().name());
                  }
                });
      }
    }
    return reasons;
  }
}
