package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kitstream.api.ApiStack;
import org.kitstream.contract.device.EventKind;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

/** What kits report, put where the bridge would put it. */
final class KitSays {

  private KitSays() {}

  /** One message, as the bridge files it. */
  static ProducerRecord<String, byte[]> event(EventKind kind, String token, String payload) {
    var event =
        new ProducerRecord<>(Topic.DEVICES_EVENTS.topicName(), token, payload.getBytes(UTF_8));
    event.headers().add(EventKind.HEADER, kind.wireName().getBytes(UTF_8));
    event.headers().add(RawHeader.VIA, "mqtt".getBytes(UTF_8));
    event.headers().add(RawHeader.MESSAGE_ID, UUID.randomUUID().toString().getBytes(UTF_8));
    String now = Long.toString(Instant.now().toEpochMilli());
    event.headers().add(RawHeader.RECEIVED_AT, now.getBytes(UTF_8));
    return event;
  }

  /** The same, passed on by another broker. */
  static ProducerRecord<String, byte[]> bridged(EventKind kind, String token, String payload) {
    ProducerRecord<String, byte[]> event = event(kind, token, payload);
    event.headers().add(EventKind.BRIDGED, "true".getBytes(UTF_8));
    return event;
  }

  static void say(EventKind kind, String token, String payload) {
    send(event(kind, token, payload));
  }

  /** Returns when Kafka has it. */
  static void send(ProducerRecord<String, byte[]> event) {
    Map<String, Object> configuration =
        Map.of("bootstrap.servers", ApiStack.shared().bootstrapServers());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(event).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
