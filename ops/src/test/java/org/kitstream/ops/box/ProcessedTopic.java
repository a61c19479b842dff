package org.kitstream.ops.box;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.topic.Topic;

/** What a box has calibrated. */
record ProcessedTopic(List<ProcessedReading> readings) {

  static ProcessedTopic of(BoxProcess box) {
    JsonCodec<ProcessedReading> codec = JsonCodec.of(ProcessedReading.class);
    List<ProcessedReading> readings = new ArrayList<>();
    var bytes = new ByteArrayDeserializer();
    String servers = "127.0.0.1:" + box.port("KITSTREAM_KAFKA_PORT");
    try (var consumer =
        new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", servers), bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.READINGS_PROCESSED.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(found -> readings.add(codec.decode(found.value())));
      }
    }
    return new ProcessedTopic(readings);
  }

  /** How long 99 of 100 readings of a time range took at most from the door to here. */
  Duration p99From(Instant from, Instant before) {
    List<Duration> took =
        readings.stream()
            .filter(one -> !one.recordedAt().isBefore(from) && one.recordedAt().isBefore(before))
            .map(one -> Duration.between(one.receivedAt(), one.processedAt()))
            .sorted()
            .toList();
    return took.get(took.size() * 99 / 100);
  }
}
