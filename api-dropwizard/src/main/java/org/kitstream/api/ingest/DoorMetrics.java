package org.kitstream.api.ingest;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Locale;
import org.kitstream.contract.reading.Via;

/** Counts what comes to the doors, under {@code ingest.…}. Thread-safe. */
public final class DoorMetrics {

  private static final String PREFIX = "ingest";

  private final MetricRegistry registry;

  public DoorMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  /** Why a door did not take something. */
  public enum Refused {
    /** Longer than a body or a request's head may be. */
    TOO_LARGE,
    /** A batch of more items than are taken at once. */
    TOO_MANY_ITEMS,
    /** A device that sends too often. */
    TOO_OFTEN,
    /** Not what the door takes. */
    MALFORMED,
    /** No device is known by what the kit says of itself. */
    UNKNOWN_DEVICE,
    /** More connections than are served, in all or of one address. */
    TOO_MANY_CONNECTIONS,
    /** A sender that did not come to its end in time. */
    TOO_SLOW,
    /** Too much is on its way to Kafka. */
    OVERLOADED,
    /** Kafka or the database did not answer. */
    UNAVAILABLE
  }

  /** A message that Kafka has. */
  void stored(Via via) {
    registry.meter(MetricRegistry.name(PREFIX, via.wireName(), "stored")).mark();
  }

  /** One that was not taken. */
  public void refused(Via via, Refused why) {
    String reason = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    registry.meter(MetricRegistry.name(PREFIX, via.wireName(), "refused", reason)).mark();
  }

  /** Something to be looked at whenever metrics are. */
  public void watch(String name, Gauge<? extends Number> gauge) {
    registry.gauge(MetricRegistry.name(PREFIX, name), () -> gauge);
  }
}
