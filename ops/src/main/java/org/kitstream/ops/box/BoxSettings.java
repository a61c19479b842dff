package org.kitstream.ops.box;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a box runs. All of it comes from environment variables, listed in {@code ops/README.md}.
 *
 * @param dataDirectory everything that must outlive a restart
 * @param host the address that the doors are bound to; loopback unless told otherwise. Kafka,
 *     PostgreSQL, InfluxDB and Flink stay on loopback whatever it is.
 * @param partitions of every topic when it is first made
 * @param parallelism of every job
 * @param checkpointEvery how much of the stream a killed box computes again, in time
 * @param influxUrl an InfluxDB that runs already; the box starts one of its own when empty
 * @param adminPassword of the user {@code admin}, made at the first start; random when empty
 * @param variables the environment they were read from, for the parts with settings of their own
 */
public record BoxSettings(
    Path dataDirectory,
    String host,
    BoxPorts ports,
    int partitions,
    int parallelism,
    Duration checkpointEvery,
    Optional<URI> influxUrl,
    Optional<String> adminPassword,
    Map<String, String> variables) {

  /**
   * Reads the settings.
   *
   * @throws BoxException if one cannot be used; names it
   */
  public static BoxSettings from(Map<String, String> variables, Path dataDirectory) {
    var environment = new Environment(variables);
    return new BoxSettings(
        dataDirectory.toAbsolutePath().normalize(),
        environment.text("KITSTREAM_HOST", "127.0.0.1"),
        BoxPorts.from(environment),
        environment.integer("KITSTREAM_PARTITIONS", 4, 1, 256),
        environment.integer("KITSTREAM_PARALLELISM", 1, 1, 64),
        environment.seconds("KITSTREAM_CHECKPOINT_SECONDS", 10, 1, 3_600),
        environment.text("INFLUXDB_URL").map(BoxSettings::url),
        environment.text("KITSTREAM_ADMIN_PASSWORD"),
        variables);
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      if (url.getHost() != null && url.getScheme().startsWith("http")) {
        return url;
      }
    } catch (URISyntaxException e) {
      // answered below, like a URL of another kind
    }
    throw new BoxException("INFLUXDB_URL must be an http or https URL, not \"" + text + "\".");
  }
}
