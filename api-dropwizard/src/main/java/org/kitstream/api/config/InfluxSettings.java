package org.kitstream.api.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The InfluxDB servers.
 *
 * @param urls of equal replicas, comma separated
 * @param readTimeout how long reading the points of one query may take
 * @param mostIntervals how many intervals one answer may have
 */
public record InfluxSettings(
    @NotBlank String urls,
    @NotNull @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration readTimeout,
    @Min(1) int mostIntervals) {

  /** The replicas, in the order in which they are preferred. */
  public List<URI> replicas() {
    return Arrays.stream(urls.split(",")).map(String::trim).map(URI::create).toList();
  }
}
