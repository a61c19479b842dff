package org.kitstream.api.ingest;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.DataSizeRange;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * The port for SCK 1.x.
 *
 * @param port 0 means a free one
 * @param maxConnections at once, in all
 * @param maxPerAddress at once, of one address
 * @param maxHead the longest request line with all headers
 * @param deadline how long one connection may last
 */
public record LegacySettings(
    @NotBlank String host,
    @Min(0) @Max(65_535) int port,
    @Min(1) @Max(10_000) int maxConnections,
    @Min(1) int maxPerAddress,
    @NotNull @DataSizeRange(min = 1, max = 512, unit = DataSizeUnit.KIBIBYTES) DataSize maxHead,
    @NotNull @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) Duration deadline) {}
