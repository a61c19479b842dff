package org.kitstream.api.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.DataSizeRange;
import io.dropwizard.validation.DurationRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The bounds and manners of the HTTP surfaces.
 *
 * @param maxPerPage items of a list in one answer
 * @param maxBody the largest form or JSON body, after decompression
 * @param trustedOrigins origins whose pages may send credentials, comma separated
 * @param mapPeriod how old the map of the world may get, which is also how long a device stays on
 *     it that its owner hides
 * @param requestsPerMinute of one client address; 0: without limit
 * @param pictureSize the largest picture of a user
 * @param publicUrl before paths in answers that others follow; empty: they stay paths
 */
public record SurfaceSettings(
    @Min(1) @Max(100_000) int maxPerPage,
    @NotNull @DataSizeRange(min = 1, max = 256, unit = DataSizeUnit.MEBIBYTES) DataSize maxBody,
    @NotNull String trustedOrigins,
    @NotNull @DurationRange(min = 1, max = 3600, unit = TimeUnit.SECONDS) Duration mapPeriod,
    @Min(0) int requestsPerMinute,
    @NotNull @DataSizeRange(min = 1, max = 65_536, unit = DataSizeUnit.KIBIBYTES)
        DataSize pictureSize,
    @NotNull @Pattern(regexp = "(https?://\\S*[^/\\s])?") String publicUrl) {

  /** The trusted origins one by one. */
  public Set<String> origins() {
    return Arrays.stream(trustedOrigins.split(","))
        .map(String::trim)
        .filter(origin -> !origin.isEmpty())
        .collect(toUnmodifiableSet());
  }
}
