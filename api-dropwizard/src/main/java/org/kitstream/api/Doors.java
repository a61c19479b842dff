package org.kitstream.api;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.config.ApiConfiguration;
import org.kitstream.api.devices.KitMoves;
import org.kitstream.api.devices.ProfilePublication;
import org.kitstream.api.ingest.DoorMetrics;
import org.kitstream.api.ingest.Ingest;
import org.kitstream.api.ingest.Inlet;
import org.kitstream.api.ingest.LegacyDoor;
import org.kitstream.api.surface.legacy.AddResource;
import org.kitstream.api.surface.legacy.DatetimeResource;
import org.kitstream.api.surface.legacy.KitClock;
import org.kitstream.api.surface.legacy.LegacyListener;
import org.kitstream.api.surface.push.PushResource;
import org.kitstream.api.surface.v0.ReadingsDoorResource;

/** The doors through which readings come in by HTTP, sound or broken. */
final class Doors {

  private Doors() {}

  static void open(
      ApiConfiguration configuration,
      Environment environment,
      Jdbi jdbi,
      ProfilePublication profiles) {
    DoorMetrics metrics = new DoorMetrics(environment.metrics());
    Inlet inlet =
        Inlet.of(
            configuration.ingest(),
            KafkaClients.producer(configuration.kafka(), "api-ingest"),
            metrics);
    Clock clock = Clock.systemUTC();
    Ingest ingest = Ingest.of(jdbi, new KitMoves(jdbi, profiles), inlet, clock);
    KitClock kitClock = new KitClock(clock);

    environment.lifecycle().manage(inlet.sender());
    environment.lifecycle().manage(listener(configuration, ingest.legacy(), kitClock, metrics));
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new ReadingsDoorResource(ingest.readings()));
    jersey.register(new PushResource(ingest.readings()));
    jersey.register(new AddResource(ingest.legacy(), kitClock));
    jersey.register(new DatetimeResource(kitClock));
  }

  private static LegacyListener listener(
      ApiConfiguration configuration, LegacyDoor door, KitClock clock, DoorMetrics metrics) {
    try {
      return new LegacyListener(configuration.legacy(), door::add, clock, metrics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
