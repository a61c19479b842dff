package org.kitstream.api.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * The Kafka cluster.
 *
 * @param bootstrapServers {@code host:port}, comma separated
 * @param deliveryTimeout how long a record may take to be acknowledged before it is sent anew
 * @param startTimeout how long the start may wait until the live view is read whole
 */
public record KafkaSettings(
    @NotBlank String bootstrapServers,
    @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration deliveryTimeout,
    @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration startTimeout) {}
