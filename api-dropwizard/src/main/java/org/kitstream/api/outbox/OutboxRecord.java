package org.kitstream.api.outbox;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record on its way. */
@SuppressWarnings("ArrayRecordComponent") // read from one row, handed to the producer
public record OutboxRecord(long id, String topic, String key, byte @Nullable [] value) {

  ProducerRecord<String, byte[]> toProducerRecord() {
    return new ProducerRecord<>(topic, key, value);
  }
}
