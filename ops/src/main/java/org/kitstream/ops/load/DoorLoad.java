package org.kitstream.ops.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kitstream.parts.KafkaServer;
import org.kitstream.parts.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a bridge of its own, and another MQTT server beside it in the same run. */
@Command(
    name = "door-load",
    description = "Measures the kits' door alone, acknowledged by Kafka, beside another server.",
    mixinStandardHelpOptions = true)
public final class DoorLoad implements Callable<Integer> {

  private static final Duration CONNECT_WITHIN = Duration.ofMinutes(2);

  @Option(names = "--directory", description = "for Kafka's data and the log (a temporary one)")
  private Path directory = Path.of("");

  @Option(names = "--connections", description = "how many kits (default: ${DEFAULT-VALUE})")
  private int connections = 200;

  @Option(names = "--window", description = "unacknowledged at once of each (${DEFAULT-VALUE})")
  private int window = 50;

  @Option(names = "--seconds", description = "measured, after a warm-up as long (${DEFAULT-VALUE})")
  private int seconds = 10;

  @Option(names = "--connects-per-second", description = "at most (${DEFAULT-VALUE})")
  private int connectsPerSecond = 1_000;

  @Option(names = "--idle", description = "connect and say nothing")
  private boolean idle;

  @Option(names = "--java-option", description = "for the bridge's JVM")
  private List<String> javaOptions = List.of("-Xmx1g");

  @Option(names = "--beside-port", description = "a server on this machine to load as well")
  private int besidePort;

  @Option(names = "--beside-pid", description = "the process of that server")
  private long besidePid;

  private final PrintWriter out = new PrintWriter(System.out, true, UTF_8);

  @Override
  public Integer call() throws Exception {
    if (directory.toString().isEmpty()) {
      directory = Files.createTempDirectory("door-load");
    }
    try (KafkaServer kafka = KafkaServer.start(directory.resolve("kafka"), 0)) {
      kafka.createTopics(4);
      LoadKits.register(kafka.bootstrapServers(), connections);
      ServerProcess bridge =
          ServerProcess.startBridge(directory, javaOptions, settings(kafka), Ports.free());
      try {
        measure("bridge", bridge);
        if (besidePort > 0) {
          var process = ProcessHandle.of(besidePid).orElseThrow();
          measure("beside", new ServerProcess(process, ServerProcess.here(besidePort)));
        }
      } finally {
        bridge.stop();
      }
    }
    return 0;
  }

  private void measure(String name, ServerProcess server) throws InterruptedException {
    server.awaitListening(CONNECT_WITHIN);
    var load = new SteadyLoad(connections);
    var target = new MqttPublisher.Target(server.door(), connections, window, connectsPerSecond);
    try (var publisher = new MqttPublisher(target, load)) {
      load.stop();
      connect(name, server, publisher);
      if (!idle) {
        load.resume();
        runFor(publisher);
      }
      measure(name, server, load, publisher);
      out.printf("%s: %d open, %d lost%n", name, publisher.open(), load.lost());
    }
  }

  private void connect(String name, ServerProcess server, MqttPublisher publisher) {
    long before = ProcessUse.residentKilobytes(server.process());
    long begin = System.nanoTime();
    long by = begin + CONNECT_WITHIN.toNanos();
    publisher.run(() -> publisher.open() < connections && System.nanoTime() < by);
    out.printf(
        "%s: %d open after %d ms; resident %d kB before, %d kB now%n",
        name,
        publisher.open(),
        millis(begin),
        before,
        ProcessUse.residentKilobytes(server.process()));
  }

  private void measure(
      String name, ServerProcess server, SteadyLoad load, MqttPublisher publisher) {
    long messages = load.acknowledged();
    Costs costs = Costs.soFar(server.process());
    long begin = System.nanoTime();
    runFor(publisher);
    Costs used = Costs.soFar(server.process()).minus(costs);
    double million = (load.acknowledged() - messages) / 1e6;
    if (idle) {
      out.printf("%s: %.2f CPU seconds in %d s%n", name, used.server(), seconds);
      return;
    }
    out.printf(
        "%s: %.0f messages/s; CPU-s/M: server %.1f, Kafka %.1f, publisher %.1f%n",
        name,
        million * 1e9 / millis(begin),
        used.server() / million,
        used.kafka() / million,
        used.publisher() / million);
  }

  private void runFor(MqttPublisher publisher) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    publisher.run(() -> System.nanoTime() < end);
  }

  private static Map<String, String> settings(KafkaServer kafka) {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
        "MQTT_MAX_CONNECTIONS_PER_ADDRESS", "1000000",
        "MQTT_DEVICE_MESSAGES_PER_SECOND", "1000000");
  }

  private static long millis(long sinceNanos) {
    return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
  }

  /** CPU seconds; what this process uses beside the publisher's thread is Kafka's. */
  private record Costs(double server, double kafka, double publisher) {

    static Costs soFar(ProcessHandle server) {
      double publisher = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
      double all = seconds(ProcessHandle.current());
      return new Costs(seconds(server), all - publisher, publisher);
    }

    Costs minus(Costs before) {
      return new Costs(server - before.server, kafka - before.kafka, publisher - before.publisher);
    }

    private static double seconds(ProcessHandle process) {
      return ProcessUse.cpu(process).toMillis() / 1e3;
    }
  }
}
