package org.kitstream.jobs.kafka;

import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.kitstream.contract.topic.Topic;

/**
 * A topic written by one job, at least once: every record that went in before a checkpoint is
 * acknowledged by all replicas when the checkpoint completes.
 */
public record TopicSink(String bootstrapServers, Topic topic) {

  private static final String LINGER_MILLIS = "5";
  private static final String BATCH_BYTES = "131072";

  /** Writes a stream of messages, each under the device it belongs to. */
  public <T> void write(DataStream<T> messages, Class<T> type, DeviceOf<T> deviceOf) {
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(bootstrapServers)
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setProperty(ProducerConfig.ACKS_CONFIG, "all")
            .setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true")
            .setProperty(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS)
            .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES)
            .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
            .setRecordSerializer(new JsonRecord<>(topic, type, deviceOf))
            .build();
    messages.sinkTo(sink).name("Write " + topic.topicName()).uid("sink-" + topic.topicName());
  }
}
