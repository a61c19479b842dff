package org.kitstream.ops.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/** Kits that exist for a load only, known by their numbers from 0 on. */
final class LoadKits {

  private static final JsonCodec<DeviceProfile> CODEC = JsonCodec.of(DeviceProfile.class);

  private LoadKits() {}

  static String token(long kit) {
    return "load" + kit;
  }

  /** Where a kit publishes readings in the short format. */
  static String topic(int kit) {
    return "device/sck/" + token(kit) + "/readings/raw";
  }

  /** Tells bridges of that many kits. */
  static void register(String bootstrapServers, int kits) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      LongStream.range(0, kits).mapToObj(LoadKits::profile).forEach(one -> send(producer, one));
    }
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, DeviceProfile profile) {
    byte[] key = Long.toString(profile.deviceId()).getBytes(UTF_8);
    var unused =
        producer.send(
            new ProducerRecord<>(Topic.DEVICES_PROFILES.topicName(), key, CODEC.encode(profile)));
  }

  private static DeviceProfile profile(long kit) {
    String uuid = "00000000-0000-4000-8000-000000000000";
    return new DeviceProfile(
        kit + 1, uuid, 1, token(kit), null, List.of(), null, null, null, false, false, null, null);
  }
}
