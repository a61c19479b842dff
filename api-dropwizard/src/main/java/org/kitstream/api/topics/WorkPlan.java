package org.kitstream.api.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.kitstream.contract.topic.Topic;

/**
 * Which topic is worked through, and how.
 *
 * @param group all nodes share the topic under this name; never changes once released
 * @param firstFrom where a new group begins, such as {@code earliest}
 * @param poll how long to wait for records before {@link TopicWork#take} is told that none came
 */
public record WorkPlan(
    String bootstrapServers, Topic topic, String group, String firstFrom, Duration poll) {

  private static final int SESSION_MS = 10_000;
  private static final int MOST_RECORDS = 500;

  Map<String, Object> consumerSettings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, firstFrom);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) poll.toMillis());
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return settings;
  }
}
