package org.kitstream.api.raw;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.kitstream.contract.reading.RawReading;

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
        sent.add(producer.send(RawRecord.of(reading)));
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
}
