package org.kitstream.jobs.history;

import java.io.Serializable;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kitstream.jobs.environment.JobParameters;
import org.kitstream.jobs.environment.JobSettings;

/**
 * What one history job must be told.
 *
 * @param replica names the InfluxDB, for ever: the job's place in Kafka is filed under it. Letters,
 *     digits, {@code _} and {@code -}
 */
public record HistorySettings(JobSettings job, String replica, InfluxSettings influx)
    implements Serializable {

  /** The replica of a platform that has one InfluxDB. */
  public static final String ONLY_REPLICA = "a";

  private static final Pattern REPLICA_NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  public HistorySettings {
    if (!REPLICA_NAME.matcher(replica).matches()) {
      throw new IllegalArgumentException("replica is not a plain name: " + replica);
    }
  }

  /**
   * Reads {@code replica}, {@code influxdb-url}, {@code influxdb-user} and {@code
   * influxdb-password}, and what {@link JobSettings#from} reads.
   */
  static HistorySettings from(JobParameters parameters) {
    URI url = URI.create(parameters.text("influxdb-url", "http://127.0.0.1:8086"));
    Optional<String> user = parameters.text("influxdb-user");
    String password = parameters.text("influxdb-password", "");
    InfluxSettings open = InfluxSettings.of(url);
    return new HistorySettings(
        JobSettings.from(parameters),
        parameters.text("replica", ONLY_REPLICA),
        user.map(name -> open.withLogin(new InfluxSettings.Login(name, password))).orElse(open));
  }
}
