package org.kitstream.api.ingest;

import org.apache.kafka.clients.producer.Producer;

/** The way to Kafka that all doors share, with its bounds and counters. */
public record Inlet(IngestSettings settings, BoundedSender sender, DoorMetrics metrics) {

  /** The way over this producer, which closes with {@link BoundedSender#stop}. */
  public static Inlet of(
      IngestSettings settings, Producer<String, byte[]> producer, DoorMetrics metrics) {
    return new Inlet(settings, new BoundedSender(producer, settings, metrics), metrics);
  }
}
