package org.kitstream.api.health;

import com.codahale.metrics.health.HealthCheck;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.kitstream.api.outbox.OutboxRelay;

/** Whether Kafka answers and changes reach it. */
public final class KafkaCheck extends HealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Admin admin;
  private final OutboxRelay relay;

  public KafkaCheck(Admin admin, OutboxRelay relay) {
    this.admin = admin;
    this.relay = relay;
  }

  @Override
  protected Result check() throws InterruptedException {
    try {
      admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return Result.unhealthy("Kafka does not answer");
    }
    return relay.isHealthy()
        ? Result.healthy()
        : Result.unhealthy("changes wait for Kafka: %d records", relay.backlog());
  }
}
