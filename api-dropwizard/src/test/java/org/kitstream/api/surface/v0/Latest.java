package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kitstream.api.ApiStack;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/** Says, as the calibration job would, what a device sent last. */
final class Latest {

  private static final JsonCodec<LatestDocument> CODEC = JsonCodec.of(LatestDocument.class);

  private Latest() {}

  /** A device that sent a temperature at that time. */
  static LatestDocument document(long deviceId, Instant at) {
    return new LatestDocument(
        deviceId, at, at, at, 1, List.of(new LatestValue(55, 21.4, 21.4, null, null, at, 0)));
  }

  static void publish(LatestDocument document) {
    Map<String, Object> configuration =
        Map.of("bootstrap.servers", ApiStack.shared().bootstrapServers());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
      Future<RecordMetadata> unused =
          producer.send(
              new ProducerRecord<>(
                  Topic.DEVICES_LATEST.topicName(),
                  Long.toString(document.deviceId()),
                  CODEC.encode(document)));
      producer.flush();
    }
  }
}
