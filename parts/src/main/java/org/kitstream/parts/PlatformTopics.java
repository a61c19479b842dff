package org.kitstream.parts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.kitstream.contract.topic.Topic;

/** The topics of the contract, made in a Kafka of one node. */
final class PlatformTopics {

  private PlatformTopics() {}

  /** Makes those that are not there yet, and returns when every partition takes records. */
  static void make(String bootstrapServers, int partitions) {
    List<NewTopic> topics =
        Arrays.stream(Topic.values()).map(topic -> newTopic(topic, partitions)).toList();
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
        awaitCreation(created);
      }
      awaitLeaders(admin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailedException("Interrupted while the topics were made.", e);
    } catch (ExecutionException e) {
      throw new PartFailedException("The topics could not be made: " + e.getMessage(), e);
    }
  }

  private static void awaitCreation(KafkaFuture<Void> created)
      throws InterruptedException, ExecutionException {
    try {
      created.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /**
   * A partition without a leader refuses the first batch of an idempotent producer, which then
   * waits in vain for its turn. Only a leader knows the end of a partition, so it is asked for
   * that.
   */
  private static void awaitLeaders(Admin admin) throws InterruptedException, ExecutionException {
    List<String> names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  ends.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    admin.listOffsets(ends).all().get();
  }

  private static NewTopic newTopic(Topic topic, int partitions) {
    Map<String, String> config = new HashMap<>();
    // A kit's clock must never drive retention.
    config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    topic
        .retention()
        .ifPresentOrElse(
            kept -> config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis())),
            () ->
                config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    return new NewTopic(topic.topicName(), partitions, (short) 1).configs(config);
  }
}
