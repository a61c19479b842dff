package org.kitstream.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.bridge.settings.BridgeSettings.Listeners;
import org.kitstream.contract.topic.Topic;
import org.kitstream.parts.KafkaServer;
import org.kitstream.parts.Ports;

/**
 * Nothing that is acknowledged is lost, while Kafka stops and starts and the bridge is killed. "At
 * least once": a reading whose acknowledgement was lost is there twice, under the same time, which
 * is the key downstream.
 */
class LedgerIT {

  private static final Duration AT_MOST = Duration.ofMinutes(3);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"PLAIN, 200, 100", "TLS, 50, 40", "WEB_SOCKET, 50, 40", "TLS_WEB_SOCKET, 30, 40"})
  void keepsWhatItAcknowledges(Listener listener, int kits, int readings) throws Exception {
    int kafkaPort = Ports.free();
    KafkaServer kafka = KafkaServer.start(directory.resolve("kafka"), kafkaPort);
    try {
      kafka.createTopics(4);
      register(kafka, kits);
      Map<String, String> settings = settings(kafka.bootstrapServers());
      try (BridgeProcess bridge = BridgeProcess.start(directory, settings)) {
        int port = port(settings, listener);
        Ledger ledger = new Ledger(kits, readings);
        ledger.begin(() -> Doors.open(port, listener));

        ledger.awaitAcknowledged(0.2);
        kafka.close();
        kafka = KafkaServer.start(directory.resolve("kafka"), kafkaPort);
        ledger.awaitAcknowledged(0.5);
        bridge.killAndStartAgain();
        ledger.awaitEnd();

        ledger.requireKept(kafka);
      }
    } finally {
      kafka.close();
    }
  }

  private static void register(KafkaServer kafka, int kits) {
    try (Kits all = new Kits(kafka.bootstrapServers())) {
      LongStream.rangeClosed(1, kits).forEach(id -> all.register(id, LedgerKit.token(id)));
    }
  }

  private Map<String, String> settings(String kafka) {
    Listeners doors = Doors.all();
    Map<String, String> settings = new HashMap<>();
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    settings.put("MQTT_PORT", String.valueOf(Ports.free()));
    settings.put("MQTT_WEBSOCKET_PORT", String.valueOf(Ports.free()));
    settings.put("MQTT_TLS_PORT", String.valueOf(Ports.free()));
    settings.put("MQTT_TLS_WEBSOCKET_PORT", String.valueOf(Ports.free()));
    settings.put("MQTT_TLS_CERTIFICATE", String.valueOf(doors.tls().certificate()));
    settings.put("MQTT_TLS_KEY", String.valueOf(doors.tls().key()));
    return settings;
  }

  private static int port(Map<String, String> settings, Listener listener) {
    String name =
        switch (listener) {
          case PLAIN -> "MQTT_PORT";
          case TLS -> "MQTT_TLS_PORT";
          case WEB_SOCKET -> "MQTT_WEBSOCKET_PORT";
          case TLS_WEB_SOCKET -> "MQTT_TLS_WEBSOCKET_PORT";
        };
    return Integer.parseInt(settings.get(name));
  }

  /** What the kits were told, beside what Kafka has. */
  private static final class Ledger {

    private final int readings;
    private final AtomicLong ticks = new AtomicLong();
    private final List<LedgerKit> kits;
    private final ExecutorService threads;

    Ledger(int kits, int readings) {
      this.readings = readings;
      this.kits =
          LongStream.rangeClosed(1, kits)
              .mapToObj(device -> new LedgerKit(device, readings, ticks))
              .toList();
      this.threads = Executors.newFixedThreadPool(kits);
    }

    void begin(LedgerKit.Way way) {
      kits.forEach(kit -> threads.execute(() -> kit.publishAll(way, AT_MOST)));
      threads.shutdown();
    }

    void awaitAcknowledged(double part) {
      double enough = part * kits.size() * readings;
      await().atMost(AT_MOST).until(() -> ticks.get() >= enough);
    }

    void awaitEnd() throws InterruptedException {
      assertThat(threads.awaitTermination(AT_MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    void requireKept(KafkaServer kafka) {
      Map<Long, List<String>> stored = stored(kafka);
      List<String> faults = new ArrayList<>();
      for (LedgerKit kit : kits) {
        assertThat(kit.acknowledged()).as("acknowledged").hasSize(readings);
        List<String> records = stored.getOrDefault(kit.device(), List.of());
        Set<String> found = new HashSet<>(records);
        Set<String> expected = new HashSet<>();
        IntStream.rangeClosed(1, readings)
            .forEach(n -> expected.add(LedgerKit.payload(kit.device(), n)));
        expected.stream().filter(one -> !found.contains(one)).forEach(faults::add);
        found.stream().filter(one -> !expected.contains(one)).forEach(faults::add);
        assertThat(records.size() - found.size())
            .as("stored twice, though sent once")
            .isLessThanOrEqualTo(kit.sent() - readings);
      }
      assertThat(faults).as("lost, phantom or wrong").isEmpty();
      assertThat(stored).hasSize(kits.size());
    }

    private static Map<Long, List<String>> stored(KafkaServer kafka) {
      Map<Long, List<String>> stored = new HashMap<>();
      try (Kits all = new Kits(kafka.bootstrapServers())) {
        all.records(Topic.READINGS_RAW)
            .forEach(
                record ->
                    stored
                        .computeIfAbsent(
                            Long.valueOf(new String(record.key(), UTF_8)), id -> new ArrayList<>())
                        .add(new String(record.value(), UTF_8)));
      }
      return stored;
    }
  }
}
