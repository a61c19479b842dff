package org.kitstream.api.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

/** Sends payloads into the stream, the way the doors do. Thread-safe. */
public final class RawReadings implements Managed {

  private final Producer<String, byte[]> producer;

  /**
   * @param producer idempotent, with {@code acks=all} and a delivery time-out of seconds; closed
   *     with this
   */
  public RawReadings(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Sends all and waits until Kafka has all. Sent again after a failure they may be there twice,
   * which changes nothing: readings of one device and time replace each other.
   *
   * @throws NotDeliveredException if Kafka did not take all of them
   */
  public void send(List<RawReading> readings) throws NotDeliveredException, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(readings.size());
    try {
      for (RawReading reading : readings) {
        sent.add(producer.send(toRecord(reading)));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (KafkaException | ExecutionException e) {
      throw new NotDeliveredException(e);
    }
  }

  @Override
  public void stop() {
    producer.close(Duration.ZERO);
  }

  private static ProducerRecord<String, byte[]> toRecord(RawReading reading) {
    ProducerRecord<String, byte[]> raw =
        new ProducerRecord<>(
            Topic.READINGS_RAW.topicName(), Long.toString(reading.deviceId()), reading.payload());
    String receivedAt = Long.toString(reading.receivedAt().toEpochMilli());
    raw.headers()
        .add(RawHeader.FORMAT, reading.format().wireName().getBytes(UTF_8))
        .add(RawHeader.VIA, reading.via().wireName().getBytes(UTF_8))
        .add(RawHeader.RECEIVED_AT, receivedAt.getBytes(UTF_8))
        .add(RawHeader.MESSAGE_ID, reading.messageId().getBytes(UTF_8));
    return raw;
  }
}
