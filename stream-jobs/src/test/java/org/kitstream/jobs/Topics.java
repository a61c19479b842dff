package org.kitstream.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.Via;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

/** Writes and reads the topics of the {@link Stack}'s Kafka as the other parts do. */
public final class Topics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", Stack.kafka().bootstrapServers(), "acks", "all"),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  /** Publishes a catalogue. */
  public void publish(SensorCatalogue catalogue) {
    send(
        Topic.SENSORS_CATALOGUE,
        SensorCatalogue.RECORD_KEY,
        JsonCodec.of(SensorCatalogue.class).encode(catalogue));
  }

  /** Publishes a profile. */
  public void publish(DeviceProfile profile) {
    send(
        Topic.DEVICES_PROFILES,
        Long.toString(profile.deviceId()),
        JsonCodec.of(DeviceProfile.class).encode(profile));
  }

  /** Publishes a short payload as the MQTT door does, without waiting. */
  public void publishShort(long deviceId, String payload) {
    publish(deviceId, payload, PayloadFormat.SHORT, Via.MQTT);
  }

  /** Publishes a payload as a door does, without waiting. */
  public void publish(long deviceId, String payload, PayloadFormat format, Via via) {
    var raw =
        new ProducerRecord<>(
            Topic.READINGS_RAW.topicName(),
            Long.toString(deviceId).getBytes(UTF_8),
            payload.getBytes(UTF_8));
    raw.headers()
        .add(RawHeader.FORMAT, format.wireName().getBytes(UTF_8))
        .add(RawHeader.VIA, via.wireName().getBytes(UTF_8))
        .add(RawHeader.RECEIVED_AT, Long.toString(Instant.now().toEpochMilli()).getBytes(UTF_8))
        .add(RawHeader.MESSAGE_ID, ("m-" + payload.hashCode()).getBytes(UTF_8));
    var unused = producer.send(raw);
  }

  /** Publishes any bytes under any key, without headers. */
  public void send(Topic topic, @Nullable String key, byte[] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
    var unused = producer.send(new ProducerRecord<>(topic.topicName(), keyBytes, value));
  }

  /** Waits until all that was published is acknowledged. */
  public void flush() {
    producer.flush();
  }

  /** All messages of a topic from its beginning to its end now. */
  public static <T> List<T> read(Topic topic, Class<T> type) {
    JsonCodec<T> codec = JsonCodec.of(type);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", Stack.kafka().bootstrapServers(), "enable.auto.commit", false);
    List<T> messages = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      int partitions = consumer.partitionsFor(topic.topicName()).size();
      List<TopicPartition> all =
          IntStream.range(0, partitions)
              .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(POLL).forEach(found -> messages.add(codec.decode(found.value())));
      }
    }
    return messages;
  }

  @Override
  public void close() {
    producer.close();
  }
}
