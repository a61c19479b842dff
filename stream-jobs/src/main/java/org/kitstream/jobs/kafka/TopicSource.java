package org.kitstream.jobs.kafka;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.kitstream.contract.topic.Topic;

/**
 * A topic read by one job. The checkpoint says where to go on; what follows holds for a job that
 * has none.
 *
 * @param bootstrapServers Kafka
 * @param group the job's consumer group, fixed for ever: committed offsets hang on it
 * @param topic what to read
 */
public record TopicSource(String bootstrapServers, String group, Topic topic) {

  /** Reads on from the committed offsets, else from the earliest record: for topics of events. */
  @SuppressWarnings("deprecation") // Kafka's enum is, but the connector has no other way
  public <T> DataStream<T> resume(
      StreamExecutionEnvironment env, KafkaRecordDeserializationSchema<T> schema) {
    return read(env, schema, OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST));
  }

  /**
   * Reads from the earliest record: for compacted topics out of which a job builds its state. The
   * committed offsets must not count here, for a job that lost its state would never learn again
   * what it had read.
   */
  public <T> DataStream<T> whole(
      StreamExecutionEnvironment env, KafkaRecordDeserializationSchema<T> schema) {
    return read(env, schema, OffsetsInitializer.earliest());
  }

  private <T> DataStream<T> read(
      StreamExecutionEnvironment env,
      KafkaRecordDeserializationSchema<T> schema,
      OffsetsInitializer start) {
    KafkaSource<T> source =
        KafkaSource.<T>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(topic.topicName())
            .setGroupId(group)
            .setClientIdPrefix(group + "-" + topic.topicName())
            .setStartingOffsets(start)
            .setDeserializer(schema)
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "Read " + topic.topicName())
        .uid("source-" + topic.topicName());
  }
}
