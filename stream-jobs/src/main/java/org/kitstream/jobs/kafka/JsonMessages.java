package org.kitstream.jobs.kafka;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.json.MalformedMessageException;

/**
 * Records as messages of one type. Deletions are passed over, and so are bytes that are not such a
 * message, which only a foreign writer can have put there; the counter {@code undecodable} tells.
 */
public final class JsonMessages<T> implements KafkaRecordDeserializationSchema<T> {

  private final Class<T> type;
  private transient @Nullable JsonCodec<T> codec;
  private transient @Nullable Counter undecodable;

  public JsonMessages(Class<T> type) {
    this.type = type;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    undecodable = context.getMetricGroup().counter("undecodable");
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<T> out) {
    if (message.value() == null) {
      return;
    }
    T decoded;
    try {
      decoded = codec().decode(message.value());
    } catch (MalformedMessageException e) {
      if (undecodable != null) {
        undecodable.inc();
      }
      return;
    }
    out.collect(decoded);
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }

  private JsonCodec<T> codec() {
    if (codec == null) {
      codec = JsonCodec.of(type);
    }
    return codec;
  }
}
