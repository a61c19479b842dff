package org.kitstream.ops.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.parts.KafkaServer;
import org.kitstream.parts.Ports;

/** The publisher tells its script the truth, whatever the bridge does. */
class MqttPublisherIT {

  private static final int KITS = 5;
  private static final int READINGS = 400;
  private static final int WINDOW = 16;
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  @TempDir private static Path directory;
  private static KafkaServer kafka;

  @BeforeAll
  static void start() throws IOException {
    kafka = KafkaServer.start(directory.resolve("kafka"), 0);
    kafka.createTopics(4);
    LoadKits.register(kafka.bootstrapServers(), KITS);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void everyPublishIsAcknowledgedOnceThoughTheBridgeIsKilled() throws IOException {
    NumberedLoad load = new NumberedLoad("killed", KITS, READINGS);
    int port = Ports.free();
    ServerProcess bridge = bridge(port);
    try (var publisher = publisher(bridge, load)) {
      runUntil(publisher, load, KITS * READINGS / 3);
      bridge.kill();
      bridge = bridge(port);
      runUntil(publisher, load, KITS * READINGS);
    } finally {
      bridge.kill();
    }

    assertThat(load.faults()).isEmpty();
    assertThat(load.losses()).isPositive();
    assertThat(stored(load)).isEqualTo(load.expected());
  }

  @Test
  void triesUntilThereIsAServer() throws IOException {
    NumberedLoad load = new NumberedLoad("later", 1, 10);
    int port = Ports.free();
    try (var publisher =
        publisher(new ServerProcess(ProcessHandle.current(), ServerProcess.here(port)), load)) {
      long whileThereIsNone = System.nanoTime() + Duration.ofMillis(500).toNanos();
      publisher.run(() -> System.nanoTime() < whileThereIsNone);
      assertThat(publisher.open()).isZero();
      assertThat(load.losses()).isPositive();

      ServerProcess bridge = bridge(port);
      try {
        runUntil(publisher, load, 10);
        assertThat(publisher.open()).isEqualTo(KITS);
        assertThat(publisher.unanswered()).isZero();
      } finally {
        bridge.kill();
      }
    }
    assertThat(load.faults()).isEmpty();
  }

  @Test
  void aServerThatSaysNothingHasNothingAcknowledged() throws IOException {
    NumberedLoad load = new NumberedLoad("silent", KITS, READINGS);
    try (ServerSocket silent = new ServerSocket(0);
        var publisher =
            publisher(
                new ServerProcess(
                    ProcessHandle.current(), ServerProcess.here(silent.getLocalPort())),
                load)) {
      long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
      publisher.run(() -> System.nanoTime() < end);

      assertThat(publisher.open()).isZero();
      assertThat(load.acknowledged()).isZero();
    }
  }

  private static ServerProcess bridge(int port) throws IOException {
    return ServerProcess.startBridge(
        directory,
        List.of("-Xmx256m"),
        Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
        port);
  }

  private static MqttPublisher publisher(ServerProcess server, Script script) {
    return new MqttPublisher(new MqttPublisher.Target(server.door(), KITS, WINDOW, 1_000), script);
  }

  private static void runUntil(MqttPublisher publisher, NumberedLoad load, int acknowledged) {
    long end = System.nanoTime() + AT_MOST.toNanos();
    publisher.run(() -> load.acknowledged() < acknowledged && System.nanoTime() < end);
    assertThat(load.acknowledged()).isGreaterThanOrEqualTo(acknowledged);
  }

  private static Set<String> stored(NumberedLoad load) {
    return RawReadings.payloads(kafka.bootstrapServers()).stream()
        .filter(load::isMine)
        .collect(Collectors.toSet());
  }

  /** Each kit says so many numbered things, each once. */
  private static final class NumberedLoad implements Script {

    private final String name;
    private final int readings;
    private final int[] next;
    private final Map<String, Integer> answers = new HashMap<>();
    private int losses;

    NumberedLoad(String name, int kits, int readings) {
      this.name = name;
      this.readings = readings;
      this.next = new int[KITS];
      for (int kit = kits; kit < KITS; kit++) {
        next[kit] = readings; // it says nothing
      }
    }

    @Override
    public String clientId(int connection) {
      return LoadKits.token(connection);
    }

    @Override
    public @Nullable Message next(int connection) {
      if (next[connection] == readings) {
        return null;
      }
      int number = next[connection]++;
      return new Message(
          LoadKits.topic(connection).getBytes(UTF_8),
          payload(connection, number).getBytes(UTF_8),
          number);
    }

    @Override
    public void acknowledged(int connection, Message message, long afterNanos) {
      answers.merge(payload(connection, (int) message.tag()), 1, Integer::sum);
    }

    @Override
    public void lost(int connection) {
      losses++;
    }

    int acknowledged() {
      return answers.size();
    }

    int losses() {
      return losses;
    }

    /** What was acknowledged more than once. */
    Set<String> faults() {
      return answers.entrySet().stream()
          .filter(answer -> answer.getValue() != 1)
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    Set<String> expected() {
      return IntStream.range(0, KITS)
          .boxed()
          .flatMap(kit -> IntStream.range(0, readings).mapToObj(number -> payload(kit, number)))
          .collect(Collectors.toSet());
    }

    boolean isMine(String payload) {
      return payload.startsWith(name);
    }

    private String payload(int kit, int number) {
      return name + " " + kit + " " + number;
    }
  }
}
