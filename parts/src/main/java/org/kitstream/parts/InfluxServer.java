package org.kitstream.parts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * InfluxDB 1.x as a child process on loopback. Data outlives it: start it again on the same
 * directory.
 */
public final class InfluxServer implements AutoCloseable {

  private static final String NAME = "influxd";
  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final Duration PROBE_EVERY = Duration.ofMillis(50);

  private final ChildProcess process;
  private final URI url;

  private InfluxServer(ChildProcess process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts the server with an influxd from the user's cache directory.
   *
   * @see #start(Path, int, InfluxBinary)
   */
  public static InfluxServer start(Path dataDirectory, int port) {
    return start(dataDirectory, port, InfluxBinary.find(InfluxBinary.userCache()));
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @param dataDirectory made when it is missing
   * @param port 0: a free one
   * @throws PartFailedException if it does not come up
   */
  public static InfluxServer start(Path dataDirectory, int port, InfluxBinary binary) {
    int httpPort = Ports.orFree(port);
    Path directory = dataDirectory.toAbsolutePath();
    Path config = directory.resolve("influxdb.conf");
    try {
      Files.createDirectories(directory);
      Files.writeString(config, configuration(directory, httpPort));
    } catch (IOException e) {
      throw new PartFailedException("InfluxDB's configuration cannot be written: " + config, e);
    }
    ChildProcess process =
        ChildProcess.start(
            NAME, directory, List.of(binary.path().toString(), "-config", config.toString()));
    var server = new InfluxServer(process, URI.create("http://127.0.0.1:" + httpPort));
    server.awaitReady(directory);
    return server;
  }

  /**
   * Stops a server that outlived the process that started it on the directory. Starting one does so
   * too; call it before, to have its port free.
   */
  public static void stopLeftOver(Path dataDirectory) {
    ChildProcess.stopLeftOver(dataDirectory.resolve(NAME + ".pid"), NAME);
  }

  public URI url() {
    return url;
  }

  /** The id of the server's process. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }

  private void awaitReady(Path directory) {
    Instant until = Instant.now().plus(START_WITHIN);
    HttpClient client = HttpClient.newHttpClient();
    while (!answersPing(client)) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        process.close();
        throw new PartFailedException(
            "InfluxDB did not start; see " + directory.resolve("influxd.log"));
      }
      LockSupport.parkNanos(PROBE_EVERY.toNanos());
    }
  }

  private boolean answersPing(HttpClient client) {
    HttpRequest ping = HttpRequest.newBuilder(url.resolve("/ping")).build();
    try {
      return client.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailedException("Interrupted while InfluxDB was starting.", e);
    }
  }

  /** The limits of 1.x would refuse the 100,001st device; they are lifted. */
  private static String configuration(Path directory, int port) {
    return """
        reporting-disabled = true
        bind-address = "127.0.0.1:0"

        [meta]
          dir = "%1$s/meta"

        [data]
          dir = "%1$s/data"
          wal-dir = "%1$s/wal"
          index-version = "tsi1"
          max-series-per-database = 0
          max-values-per-tag = 0
          query-log-enabled = false

        [monitor]
          store-enabled = false

        [http]
          bind-address = "127.0.0.1:%2$d"
          log-enabled = false
          max-row-limit = 0

        [logging]
          level = "warn"
          suppress-logo = true
        """
        .formatted(directory, port);
  }
}
