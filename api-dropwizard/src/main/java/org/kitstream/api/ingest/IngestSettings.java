package org.kitstream.api.ingest;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.DataSizeRange;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * The bounds of readings that come in by HTTP.
 *
 * @param maxBody the largest body, after decompression; beyond 700 KiB the quarantine could not
 *     keep it whole
 * @param maxItems items of one batch
 * @param messagesPerSecond of one device, ten seconds' worth at once; 0: without limit
 * @param maxInFlight what Kafka may have to acknowledge yet
 * @param maxWaiting requests that may wait for Kafka
 * @param timeout how long one of them waits
 */
public record IngestSettings(
    @NotNull @DataSizeRange(min = 1, max = 700, unit = DataSizeUnit.KIBIBYTES) DataSize maxBody,
    @Min(1) @Max(100_000) int maxItems,
    @Min(0) int messagesPerSecond,
    @NotNull @DataSizeRange(min = 1, max = 1024, unit = DataSizeUnit.MEBIBYTES)
        DataSize maxInFlight,
    @Min(1) int maxWaiting,
    @NotNull @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) Duration timeout) {}
