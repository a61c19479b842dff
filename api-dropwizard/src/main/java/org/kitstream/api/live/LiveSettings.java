package org.kitstream.api.live;

import io.dropwizard.util.Duration;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/**
 * How the live view reads Kafka.
 *
 * @param bootstrapServers {@code host:port}, comma separated
 * @param startTimeout how long the start may wait until both topics are read whole
 */
public record LiveSettings(@NotEmpty String bootstrapServers, @NotNull Duration startTimeout) {

  /** Enough to read 100,000 documents many times over. */
  public static final Duration DEFAULT_START_TIMEOUT = Duration.seconds(60);

  /** The defaults, reading these servers. */
  public static LiveSettings of(String bootstrapServers) {
    return new LiveSettings(bootstrapServers, DEFAULT_START_TIMEOUT);
  }
}
