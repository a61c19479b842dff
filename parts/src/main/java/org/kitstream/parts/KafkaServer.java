package org.kitstream.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node, broker and controller in one (KRaft), in this JVM, listening on loopback. Data
 * outlives it: start it again on the same directory.
 */
public final class KafkaServer implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(KafkaServer.class);
  private static final String HOST = "127.0.0.1";

  private final KafkaRaftServer server;
  private final int port;

  private KafkaServer(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts the node and returns when it takes requests.
   *
   * @param dataDirectory made and formatted when it is empty
   * @param port where clients connect; 0: a free one
   * @throws PartFailedException if it does not come up
   */
  public static KafkaServer start(Path dataDirectory, int port) {
    int brokerPort = Ports.orFree(port);
    keepFaultsFromEndingTheJvm();
    try {
      format(dataDirectory);
      var config = new KafkaConfig(properties(dataDirectory, brokerPort, Ports.free()), false);
      var server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new KafkaServer(server, brokerPort);
    } catch (PartFailedException e) {
      throw e;
    } catch (Exception e) { // Kafka declares nothing narrower
      throw new PartFailedException("Kafka did not start: " + e.getMessage(), e);
    }
  }

  /** Where clients connect, as host and port. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /**
   * Makes the topics of the platform that are not there yet, and returns when every partition takes
   * records.
   *
   * @param partitions of each topic
   */
  public void createTopics(int partitions) {
    PlatformTopics.make(bootstrapServers(), partitions);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path dataDirectory) throws Exception {
    if (Files.exists(dataDirectory.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(dataDirectory);
    // kafka.tools.StorageTool would bring a second argparse4j beside Dropwizard's.
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName("CONTROLLER")
        .addDirectory(dataDirectory.toString())
        .setMetadataLogDirectory(dataDirectory.toString())
        .run();
  }

  private static Properties properties(Path dataDirectory, int port, int controllerPort)
      throws IOException {
    var properties = new Properties();
    try (var defaults = KafkaServer.class.getResourceAsStream("kafka.properties")) {
      properties.load(Objects.requireNonNull(defaults, "kafka.properties"));
    }
    String listeners = "PLAINTEXT://" + HOST + ":" + port;
    properties.put("listeners", listeners + ",CONTROLLER://" + HOST + ":" + controllerPort);
    properties.put("advertised.listeners", listeners);
    properties.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    properties.put("log.dirs", dataDirectory.toString());
    return properties;
  }

  /** Kafka ends its JVM on a fatal fault; here other parts live in it, so the fault is thrown. */
  private static void keepFaultsFromEndingTheJvm() {
    Exit.setExitProcedure(KafkaServer::onFault);
    Exit.setHaltProcedure(KafkaServer::onFault);
  }

  private static void onFault(int status, @Nullable String message) {
    LOGGER
        .atError()
        .addKeyValue("status", status)
        .addKeyValue("reason", message)
        .log("Kafka fault");
    throw new PartFailedException("Kafka stopped with a fault: " + message);
  }
}
