package org.kitstream.api.history;

import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.kitstream.contract.history.HistorySchema;

/**
 * Where history is read and what one query may cost.
 *
 * @param urls the InfluxDB replicas, such as {@code http://127.0.0.1:8086}
 * @param database database (1.x) or bucket mapped to one (2.x)
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long reading all points of a query may take
 * @param mostIntervals how many intervals an answer may have; each takes 16 bytes while it is made
 */
public record HistorySettings(
    @NotEmpty List<URI> urls,
    @NotEmpty String database,
    @NotNull Duration connectTimeout,
    @NotNull Duration readTimeout,
    @Min(1) int mostIntervals) {

  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.seconds(2);

  /** Leaves time to answer within the 20 s that a request may take. */
  public static final Duration DEFAULT_READ_TIMEOUT = Duration.seconds(18);

  /** Five years by the minute and more; 48 MB. */
  public static final int DEFAULT_MOST_INTERVALS = 3_000_000;

  public HistorySettings {
    urls = List.copyOf(urls);
  }

  /** The defaults, reading this InfluxDB. */
  public static HistorySettings of(URI url) {
    return new HistorySettings(
        List.of(url),
        HistorySchema.DATABASE,
        DEFAULT_CONNECT_TIMEOUT,
        DEFAULT_READ_TIMEOUT,
        DEFAULT_MOST_INTERVALS);
  }
}
