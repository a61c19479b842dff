package org.kitstream.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.ForwardingAccess;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.topic.Topic;

/**
 * The rest of the platform as a bridge sees it: who owns which token, and what is in the topics.
 */
final class Kits implements AutoCloseable {

  private static final JsonCodec<DeviceProfile> CODEC = JsonCodec.of(DeviceProfile.class);

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;

  Kits(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void register(long deviceId, @Nullable String token) {
    put(profile(deviceId, token, false, null));
  }

  void register(long deviceId, String token, PayloadFormat readingsFormat) {
    put(profile(deviceId, token, false, readingsFormat));
  }

  void archive(long deviceId, String token) {
    put(profile(deviceId, token, true, null));
  }

  void delete(long deviceId) {
    send(new ProducerRecord<>(Topic.DEVICES_PROFILES.topicName(), key(deviceId), null));
  }

  /** The device's readings go to who proves that access; null: to nobody. */
  void register(long deviceId, String token, @Nullable ForwardingAccess forwarding) {
    put(profile(deviceId, token, false, null, forwarding));
  }

  /** What the device's kit is told to do; null: nothing. */
  void configure(long deviceId, @Nullable String config) {
    byte[] value = config == null ? null : config.getBytes(UTF_8);
    send(new ProducerRecord<>(Topic.DEVICES_COMMANDS.topicName(), key(deviceId), value));
  }

  /** A processed batch of the device. */
  void forward(long deviceId, String batch) {
    send(
        new ProducerRecord<>(
            Topic.READINGS_FORWARDED.topicName(), key(deviceId), batch.getBytes(UTF_8)));
  }

  void sendMalformedProfile(long deviceId) {
    send(
        new ProducerRecord<>(
            Topic.DEVICES_PROFILES.topicName(), key(deviceId), "{not json".getBytes(UTF_8)));
  }

  /** Everything the topic holds now, in the order of each partition. */
  List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", bootstrapServers);
    properties.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(java.time.Duration.ofMillis(100)).forEach(all::add);
      }
      return all;
    }
  }

  /** The records of one device or token. */
  List<ConsumerRecord<byte[], byte[]>> records(Topic topic, String key) {
    return records(topic).stream()
        .filter(found -> key.equals(new String(found.key(), UTF_8)))
        .toList();
  }

  /** The payloads of one device, as text. */
  List<String> payloads(Topic topic, String key) {
    return records(topic, key).stream().map(found -> new String(found.value(), UTF_8)).toList();
  }

  static @Nullable String header(ConsumerRecord<byte[], byte[]> found, String name) {
    var header = found.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }

  private static DeviceProfile profile(
      long deviceId, @Nullable String token, boolean archived, @Nullable PayloadFormat format) {
    return profile(deviceId, token, archived, format, null);
  }

  private static DeviceProfile profile(
      long deviceId,
      @Nullable String token,
      boolean archived,
      @Nullable PayloadFormat format,
      @Nullable ForwardingAccess forwarding) {
    return new DeviceProfile(
        deviceId,
        "uuid",
        1,
        token,
        null,
        List.of(),
        null,
        null,
        null,
        false,
        archived,
        format,
        forwarding);
  }

  private void put(DeviceProfile profile) {
    send(
        new ProducerRecord<>(
            Topic.DEVICES_PROFILES.topicName(), key(profile.deviceId()), CODEC.encode(profile)));
  }

  private void send(ProducerRecord<byte[], byte[]> change) {
    try {
      producer.send(change).get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] key(long deviceId) {
    return Long.toString(deviceId).getBytes(UTF_8);
  }
}
