package org.kitstream.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;
import org.kitstream.parts.KafkaServer;

/** One Kafka for all tests of the module. Tests keep apart by devices of their own. */
final class SharedKafka {

  static final KafkaServer SERVER = start();
  static final Kits KITS = new Kits(SERVER.bootstrapServers());

  private static final AtomicLong DEVICES = new AtomicLong(1_000);

  private SharedKafka() {}

  /** A device id that no other test has. */
  static long nextDevice() {
    return DEVICES.incrementAndGet();
  }

  private static KafkaServer start() {
    try {
      KafkaServer server = KafkaServer.start(Files.createTempDirectory("bridge-kafka"), 0);
      server.createTopics(4);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
