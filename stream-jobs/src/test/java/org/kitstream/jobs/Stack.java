package org.kitstream.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.util.FileUtils;
import org.kitstream.parts.InfluxServer;
import org.kitstream.parts.KafkaServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka, InfluxDB and a Flink cluster for all tests of this module, started when first asked for.
 */
public final class Stack {

  private static final Logger LOGGER = LoggerFactory.getLogger(Stack.class);
  private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();

  private Stack() {}

  /** A Kafka with all topics. */
  public static KafkaServer kafka() {
    return Kafka.SERVER;
  }

  /** An InfluxDB without databases. */
  public static InfluxServer influx() {
    return Influx.SERVER;
  }

  /** A cluster of one task manager. */
  public static MiniCluster flink() {
    return Flink.CLUSTER;
  }

  /** A directory that is gone when the tests end. */
  public static Path directory(String name) {
    try {
      Path directory = Files.createTempDirectory("kitstream-" + name);
      atExit(() -> FileUtils.deleteDirectory(directory.toFile()));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Kafka {
    private static final KafkaServer SERVER = start();

    private static KafkaServer start() {
      KafkaServer server = KafkaServer.start(directory("kafka"), 0);
      server.createTopics(2);
      atExit(server);
      return server;
    }
  }

  private static final class Influx {
    private static final InfluxServer SERVER = start();

    private static InfluxServer start() {
      InfluxServer server = InfluxServer.start(directory("influx"), 0);
      atExit(server);
      return server;
    }
  }

  private static final class Flink {
    private static final MiniCluster CLUSTER = start();

    private static MiniCluster start() {
      var cluster =
          new MiniCluster(
              new MiniClusterConfiguration.Builder()
                  .setConfiguration(new Configuration())
                  .setNumTaskManagers(1)
                  .setNumSlotsPerTaskManager(8)
                  .withRandomPorts()
                  .build());
      try {
        cluster.start();
      } catch (Exception e) { // MiniCluster declares nothing narrower
        throw new IllegalStateException("Flink did not start", e);
      }
      atExit(cluster);
      return cluster;
    }
  }

  /** What is started first is stopped last. */
  private static void atExit(AutoCloseable closeable) {
    synchronized (STARTED) {
      if (STARTED.isEmpty()) {
        Runtime.getRuntime().addShutdownHook(new Thread(Stack::stop));
      }
      STARTED.push(closeable);
    }
  }

  private static void stop() {
    synchronized (STARTED) {
      while (!STARTED.isEmpty()) {
        try {
          STARTED.pop().close();
        } catch (Exception e) { // the tests are over, and the rest must still be stopped
          LOGGER.warn("Could not be stopped", e);
        }
      }
    }
  }
}
