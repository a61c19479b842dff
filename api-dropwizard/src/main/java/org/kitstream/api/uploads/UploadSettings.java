package org.kitstream.api.uploads;

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
 * How much may be uploaded, and how fast it is sent on.
 *
 * @param maxSize the largest file, after decompression
 * @param rowsPerSecond of one node, so that live data is not delayed
 * @param lease after which another node goes on with the upload of one that died
 */
public record UploadSettings(
    @NotNull @DataSizeRange(min = 1, max = 4096, unit = DataSizeUnit.MEBIBYTES) DataSize maxSize,
    @Min(1) @Max(1_000_000) int rowsPerSecond,
    @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration lease) {}
