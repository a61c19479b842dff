package org.kitstream.jobs.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/** Messages as JSON records under their device's id; without a key when there is no device. */
final class JsonRecord<T> implements KafkaRecordSerializationSchema<T> {

  private final Topic topic;
  private final Class<T> type;
  private final DeviceOf<T> deviceOf;
  private transient @Nullable JsonCodec<T> codec;

  JsonRecord(Topic topic, Class<T> type, DeviceOf<T> deviceOf) {
    this.topic = topic;
    this.type = type;
    this.deviceOf = deviceOf;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T message, KafkaSinkContext context, @Nullable Long timestamp) {
    Long deviceId = deviceOf.deviceId(message);
    byte @Nullable [] key = deviceId == null ? null : deviceId.toString().getBytes(US_ASCII);
    return new ProducerRecord<>(topic.topicName(), key, codec().encode(message));
  }

  private JsonCodec<T> codec() {
    if (codec == null) {
      codec = JsonCodec.of(type);
    }
    return codec;
  }
}
