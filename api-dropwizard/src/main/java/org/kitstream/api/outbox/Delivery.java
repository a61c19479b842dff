package org.kitstream.api.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch of records with a key each of its own.
 *
 * @param delivered ids of the records that Kafka has
 * @param failure why one was not delivered; null when all were
 */
record Delivery(List<Long> delivered, @Nullable Exception failure) {

  /** Sends the records and waits for Kafka's word on each; a failure is returned, not thrown. */
  static Delivery of(List<OutboxRecord> batch, Producer<String, byte[]> producer) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
    Exception failure = null;
    try {
      for (OutboxRecord waiting : batch) {
        sent.add(producer.send(waiting.toProducerRecord()));
      }
    } catch (KafkaException e) {
      failure = e;
    }
    List<Long> delivered = new ArrayList<>(batch.size());
    for (int i = 0; i < sent.size(); i++) {
      Exception refused = refusal(sent.get(i));
      if (refused == null) {
        delivered.add(batch.get(i).id());
      } else {
        failure = refused;
      }
    }
    return new Delivery(delivered, failure);
  }

  private static @Nullable Exception refusal(Future<RecordMetadata> sent) {
    try {
      sent.get();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    } catch (ExecutionException e) {
      return e;
    }
  }
}
