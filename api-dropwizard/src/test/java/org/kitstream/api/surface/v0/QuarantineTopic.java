package org.kitstream.api.surface.v0;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kitstream.api.ApiStack;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.topic.Topic;

/** Says, as the calibration job would, what was refused. */
final class QuarantineTopic {

  private static final JsonCodec<QuarantinedReading> CODEC = JsonCodec.of(QuarantinedReading.class);

  private QuarantineTopic() {}

  static void publish(QuarantinedReading refused) {
    Map<String, Object> configuration =
        Map.of("bootstrap.servers", ApiStack.shared().bootstrapServers(), "acks", "all");
    String key = refused.deviceId() == null ? "" : refused.deviceId().toString();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topic.READINGS_QUARANTINE.topicName(), key, CODEC.encode(refused)))
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
