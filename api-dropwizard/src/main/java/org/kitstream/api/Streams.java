package org.kitstream.api;

import io.dropwizard.core.setup.Environment;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.events.EventProjection;
import org.kitstream.api.topics.TopicWorker;
import org.kitstream.api.topics.WorkPlan;
import org.kitstream.contract.topic.Topic;

/** What the api does with the topics that it works through. */
final class Streams {

  private static final Duration POLL = Duration.ofMillis(500);

  private Streams() {}

  static void register(Environment environment, String bootstrapServers, Jdbi jdbi, Domain domain) {
    environment
        .lifecycle()
        .manage(
            new TopicWorker(
                new WorkPlan(
                    bootstrapServers, Topic.DEVICES_EVENTS, "api-events", "earliest", POLL),
                new EventProjection(jdbi, domain.clock(), environment.metrics())));
  }
}
