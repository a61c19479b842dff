package org.kitstream.jobs.environment;

import java.io.Serializable;
import java.time.Duration;

/**
 * What every job must be told.
 *
 * @param bootstrapServers Kafka, as {@code host:port[,host:port…]}
 * @param checkpointInterval time from the start of one checkpoint to the start of the next, at
 *     least 100 ms; after a failure a job does again what it did since the last one
 */
public record JobSettings(String bootstrapServers, Duration checkpointInterval)
    implements Serializable {

  /** The checkpoint interval when none is given. */
  public static final Duration DEFAULT_CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

  public JobSettings {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("bootstrapServers is blank");
    }
    if (checkpointInterval.compareTo(SHORTEST_INTERVAL) < 0) {
      throw new IllegalArgumentException(
          "checkpointInterval is " + checkpointInterval + ", it must be at least 100 ms");
    }
  }

  /** Settings with the default checkpoint interval. */
  public static JobSettings of(String bootstrapServers) {
    return new JobSettings(bootstrapServers, DEFAULT_CHECKPOINT_INTERVAL);
  }

  /** Reads {@code kafka} and {@code checkpoint-interval} from a job's parameters. */
  public static JobSettings from(JobParameters parameters) {
    return new JobSettings(
        parameters.text("kafka", "127.0.0.1:9092"),
        parameters.duration("checkpoint-interval", DEFAULT_CHECKPOINT_INTERVAL));
  }
}
