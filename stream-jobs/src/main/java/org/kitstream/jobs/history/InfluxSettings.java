package org.kitstream.jobs.history;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.history.HistorySchema;

/**
 * The InfluxDB (1.x API) that a history job fills.
 *
 * @param url where it listens, without a path
 * @param database made when it is missing; letters, digits, {@code _} and {@code -}
 * @param login null where the server asks for none
 * @param batchLines most lines in one request, at least 1
 * @param batchAge how long a line waits for others before it is sent, at least 1 ms
 * @param timeout how long to wait for an answer before the request is sent again
 */
public record InfluxSettings(
    URI url,
    String database,
    @Nullable Login login,
    int batchLines,
    Duration batchAge,
    Duration timeout)
    implements Serializable {

  private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public InfluxSettings {
    if (!DATABASE_NAME.matcher(database).matches()) {
      throw new IllegalArgumentException("database is not a plain name: " + database);
    }
    if (batchLines < 1) {
      throw new IllegalArgumentException("batchLines is " + batchLines + ", at least 1 is needed");
    }
    if (batchAge.toMillis() < 1 || timeout.toMillis() < 1) {
      throw new IllegalArgumentException("batchAge and timeout must be at least 1 ms");
    }
  }

  /** The database {@code kitstream}, no login, 5,000 lines or 1 s a batch, 30 s time-out. */
  public static InfluxSettings of(URI url) {
    return new InfluxSettings(
        url, HistorySchema.DATABASE, null, 5_000, Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  InfluxSettings withLogin(Login other) {
    return new InfluxSettings(url, database, other, batchLines, batchAge, timeout);
  }

  /** Who writes. The password stays out of logs. */
  public record Login(String user, String password) implements Serializable {

    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }
}
