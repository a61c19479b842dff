package org.kitstream.ops.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.ops.load.MqttPublisher;

/** Ten thousand bad payloads among as many good ones. */
class BadPayloadsIT {

  private static final int KITS = 10;
  private static final int GOOD_OF_EACH = 1_000;
  private static final int GOOD_PER_SECOND = 1_000;
  private static final Instant ALONE = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant MIXED = Instant.parse("2025-02-01T00:00:00Z");
  private static final Duration WITHIN = Duration.ofMinutes(1);

  @TempDir private static Path directory;
  private static BoxProcess box;
  private static Rest rest;

  private final List<String> tokens = new ArrayList<>();
  private final List<Long> devices = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    box = BoxProcess.launch(directory.resolve("var"), BoxProcess.freePorts()).awaitReady();
    rest = Rest.signUp(box.httpUrl("KITSTREAM_HTTP_PORT"), "anna");
  }

  @AfterAll
  static void stop() {
    box.close();
  }

  @Test
  void badPayloadsAreKeptWithReasonsAndCostTheGoodOnesNothing() throws Exception {
    register();
    run(new MixedLoad(tokens, ALONE, GOOD_OF_EACH, GOOD_PER_SECOND, false));
    run(new MixedLoad(tokens, MIXED, GOOD_OF_EACH, GOOD_PER_SECOND, true));

    for (long device : devices) {
      await()
          .atMost(WITHIN)
          .until(() -> StoredPoints.of(box, device, 55).size() == 2 * GOOD_OF_EACH);
    }
    List<String> reasons = new ArrayList<>();
    await()
        .atMost(WITHIN)
        .until(
            () -> {
              reasons.clear();
              devices.forEach(id -> reasons.addAll(QuarantineTopic.of(box).reasonsFor(id)));
              return reasons.size() >= KITS * GOOD_OF_EACH;
            });
    assertThat(reasons)
        .hasSize(KITS * GOOD_OF_EACH)
        .contains("NOT_PARSED", "TIME_MISSING", "TIME_OUT_OF_RANGE", "UNKNOWN_SENSOR");
    assertThat(JobFailures.of(box)).isEmpty();

    ProcessedTopic processed = ProcessedTopic.of(box);
    Duration alone = processed.p99From(ALONE, MIXED);
    Duration mixed = processed.p99From(MIXED, Instant.MAX);
    assertThat(mixed)
        .as("p99 from the door to the calibrated value; %s without bad payloads", alone)
        .isLessThan(alone.multipliedBy(2).plusMillis(100)); // the clock of a shared machine
  }

  private void register() throws Exception {
    for (int kit = 0; kit < KITS; kit++) {
      String token = "mix%03d".formatted(kit);
      Map<String, String> wanted = Map.of("name", "m", "kit_id", "26", "device_token", token);
      devices.add(rest.post("/v0/devices", wanted).path("id").longValue());
      tokens.add(token);
    }
  }

  private static void run(MixedLoad load) {
    var door =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), box.port("KITSTREAM_MQTT_PORT"));
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    try (var publisher =
        new MqttPublisher(new MqttPublisher.Target(door, KITS, 1_000, 100), load)) {
      publisher.run(() -> !load.isDone() && System.nanoTime() < end);
    }
    assertThat(load.isDone()).isTrue();
  }
}
