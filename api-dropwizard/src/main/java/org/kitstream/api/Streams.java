package org.kitstream.api;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.config.KafkaSettings;
import org.kitstream.api.events.EventProjection;
import org.kitstream.api.forwarding.Forwarder;
import org.kitstream.api.topics.TopicWorker;
import org.kitstream.api.topics.WorkPlan;
import org.kitstream.contract.topic.Topic;

/** The topics that the api works through, and what it does with them. */
final class Streams {

  private Streams() {}

  static void register(Environment environment, KafkaSettings kafka, Jdbi jdbi, Domain domain) {
    var events = new EventProjection(jdbi, domain.clock(), environment.metrics());
    var eventsPlan =
        new WorkPlan(
            kafka.bootstrapServers(),
            Topic.DEVICES_EVENTS,
            "api-events",
            "earliest",
            Duration.ofMillis(500));
    environment.lifecycle().manage(new TopicWorker(eventsPlan, events));

    Producer<String, byte[]> producer = KafkaClients.producer(kafka, "api-forwarding");
    environment.lifecycle().manage(new AutoCloseableManager(producer));
    var forwarder = new Forwarder(jdbi, domain.deviceReader(), producer, environment.metrics());
    environment.lifecycle().manage(new TopicWorker(forwardingPlan(kafka), forwarder));
  }

  /** A feed of what happens: a new group begins now, not with last week. */
  private static WorkPlan forwardingPlan(KafkaSettings kafka) {
    return new WorkPlan(
        kafka.bootstrapServers(),
        Topic.READINGS_PROCESSED,
        "api-forwarding",
        "latest",
        Duration.ofMillis(100));
  }
}
