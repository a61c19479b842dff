package org.kitstream.ops.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;
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

  @Option(names = "--connections", description = "how many kits (default: ${DEFAULT-VALUE})")
  private int connections = 200;

  @Option(names = "--window", description = "unacknowledged at once of each (${DEFAULT-VALUE})")
  private int window = 50;

  @Option(names = "--seconds", description = "measured, after a warm-up as long")
  private int seconds = 10;

  @Option(names = "--connects-per-second", description = "how fast they connect")
  private int connectsPerSecond = 1_000;

  @Option(names = "--idle", description = "connect and say nothing")
  private boolean idle;

  @Option(names = "--beside-port", description = "a server on this machine to load as well")
  private int besidePort;

  @Option(names = "--beside-pid", description = "the process of that server")
  private long besidePid;

  private final PrintWriter out = new PrintWriter(System.out, true, UTF_8);

  @Override
  public Integer call() throws Exception {
    Path directory = Files.createTempDirectory("door-load");
    try (KafkaServer kafka = KafkaServer.start(directory.resolve("kafka"), 0)) {
      kafka.createTopics(4);
      register(kafka);
      ServerProcess bridge = ServerProcess.startBridge(directory, settings(kafka), Ports.free());
      try {
        measure("bridge", bridge);
        if (besidePort > 0) {
          var process = ProcessHandle.of(besidePid).orElseThrow();
          var door = new InetSocketAddress(InetAddress.getLoopbackAddress(), besidePort);
          measure("beside", new ServerProcess(process, door));
        }
      } finally {
        bridge.process().destroyForcibly();
      }
    }
    return 0;
  }

  private void measure(String name, ServerProcess server) {
    var load = new SteadyLoad(connections);
    var target = new MqttPublisher.Target(server.door(), connections, window, connectsPerSecond);
    try (var publisher = new MqttPublisher(target, load)) {
      load.stop();
      long begin = System.nanoTime();
      long connectBy = begin + Duration.ofMinutes(2).toNanos();
      publisher.run(() -> publisher.open() < connections && System.nanoTime() < connectBy);
      out.printf(
          "%s: %d open after %d ms, %d lost%n", name, publisher.open(), millis(begin), load.lost());
      if (!idle) {
        load.resume();
        runFor(publisher);
      }
      measure(name, server, load, publisher);
    }
  }

  private void measure(
      String name, ServerProcess server, SteadyLoad load, MqttPublisher publisher) {
    long messages = load.acknowledged();
    Duration cpu = server.cpu();
    long own = threadCpu();
    long begin = System.nanoTime();
    runFor(publisher);
    double million = (load.acknowledged() - messages) / 1e6;
    out.printf(
        "%s: %.0f messages/s, %.1f CPU-s/M, publisher %.1f CPU-s/M, %d open, %d lost%n",
        name,
        million * 1e6 / (millis(begin) / 1e3),
        server.cpu().minus(cpu).toMillis() / 1e3 / million,
        (threadCpu() - own) / 1e9 / million,
        publisher.open(),
        load.lost());
  }

  private void runFor(MqttPublisher publisher) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    publisher.run(() -> System.nanoTime() < end);
  }

  private Map<String, String> settings(KafkaServer kafka) {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
        "MQTT_MAX_CONNECTIONS_PER_ADDRESS", "1000000",
        "MQTT_DEVICE_MESSAGES_PER_SECOND", "1000000");
  }

  private void register(KafkaServer kafka) {
    var codec = JsonCodec.of(DeviceProfile.class);
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      LongStream.range(0, connections)
          .forEach(
              id -> {
                var unused =
                    producer.send(
                        new ProducerRecord<>(
                            Topic.DEVICES_PROFILES.topicName(),
                            Long.toString(id + 1).getBytes(UTF_8),
                            codec.encode(profile(id))));
              });
    }
  }

  private static DeviceProfile profile(long kit) {
    return new DeviceProfile(
        kit + 1,
        "00000000-0000-4000-8000-000000000000",
        1,
        SteadyLoad.token((int) kit),
        null,
        List.of(),
        null,
        null,
        null,
        false,
        false,
        null,
        null);
  }

  private static long millis(long sinceNanos) {
    return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
  }

  private static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
