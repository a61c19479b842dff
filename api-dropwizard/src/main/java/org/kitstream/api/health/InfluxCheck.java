package org.kitstream.api.health;

import com.codahale.metrics.health.HealthCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Whether at least one InfluxDB answers. */
public final class InfluxCheck extends HealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int FIRST_ERROR = 300;

  private final List<URI> replicas;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  public InfluxCheck(List<URI> replicas) {
    this.replicas = replicas;
  }

  @Override
  protected Result check() throws InterruptedException {
    int answering = 0;
    for (URI replica : replicas) {
      if (answers(replica)) {
        answering++;
      }
    }
    String found = "%d of %d InfluxDB servers answer".formatted(answering, replicas.size());
    return answering > 0 ? Result.healthy(found) : Result.unhealthy(found);
  }

  private boolean answers(URI replica) throws InterruptedException {
    HttpRequest ping = HttpRequest.newBuilder(replica.resolve("/ping")).timeout(PATIENCE).build();
    try {
      return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() < FIRST_ERROR;
    } catch (IOException e) {
      return false;
    }
  }
}
