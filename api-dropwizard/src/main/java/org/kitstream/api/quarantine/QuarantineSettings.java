package org.kitstream.api.quarantine;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * How much of what was refused is kept.
 *
 * @param entriesPerDevice the newest of each device
 * @param keptFor since it was refused
 */
public record QuarantineSettings(
    @Min(1) @Max(1_000_000) int entriesPerDevice,
    @NotNull @MinDuration(value = 1, unit = TimeUnit.HOURS) Duration keptFor) {}
