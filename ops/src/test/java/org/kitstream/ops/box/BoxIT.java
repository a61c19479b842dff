package org.kitstream.ops.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole platform in a process of its own, as {@code ops/up} runs it. */
class BoxIT {

  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(20);
  private static final int KILLS = 2;
  private static final long SEED = new Random().nextLong();

  @TempDir private static Path directory;
  private static Map<String, String> ports;
  private static BoxProcess box;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    ports = BoxProcess.freePorts();
    box = BoxProcess.launch(directory.resolve("var"), ports).awaitReady();
    rest = Rest.signUp(box.httpUrl("KITSTREAM_HTTP_PORT"), "anna");
  }

  @AfterAll
  static void stop() {
    box.close();
  }

  @Test
  void aReadingTravelsFromMqttToTheRestApi() throws Exception {
    long device = register("Roof", "26", "roof01");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    publish("roof01", "readings/raw", "{t:" + now + ",55:21.4,56:60.2}");

    await()
        .atMost(VISIBLE_WITHIN)
        .untilAsserted(
            () -> assertThat(sensor(device, 55).path("value").asDouble()).isEqualTo(21.4));
    assertThat(rest.get("/v0/devices/" + device).path("status").textValue()).isEqualTo("online");
    await()
        .atMost(VISIBLE_WITHIN)
        .untilAsserted(
            () ->
                assertThat(
                        rest.get("/v0/devices/" + device + "/readings?sensor_id=55&rollup=1m")
                            .path("readings")
                            .toString())
                    .isEqualTo("[[\"" + now + "\",21.4]]"));
  }

  @Test
  void anOldKitIsCalibratedToTheLastDigit() throws Exception {
    long device = register("Balcony", "3", "balc01");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    publish(
        "balc01",
        "readings",
        "{\"data\":[{\"recorded_at\":\""
            + now
            + "\",\"sensors\":[{\"id\":\"temp\",\"value\":25132}]}]}");

    await()
        .atMost(VISIBLE_WITHIN)
        .untilAsserted(
            () ->
                assertThat(sensor(device, 12).path("value").asDouble())
                    .isEqualTo(14.38578857421875));
    assertThat(sensor(device, 12).path("raw_value").asText()).isEqualTo("25132");
  }

  @Test
  void aMalformedPayloadHarmsNothing() throws Exception {
    long device = register("Cellar", "26", "cell01");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    publish("cell01", "readings/raw", "{t:yesterday,55:1}");
    publish("cell01", "readings/raw", "{t:" + now + ",55:2.5}");

    await()
        .atMost(VISIBLE_WITHIN)
        .untilAsserted(
            () -> assertThat(sensor(device, 55).path("value").asDouble()).isEqualTo(2.5));
    await()
        .atMost(VISIBLE_WITHIN)
        .untilAsserted(
            () ->
                assertThat(QuarantineTopic.of(box).reasonsFor(device))
                    .containsExactly("NOT_PARSED"));
    assertThat(JobFailures.of(box)).isEmpty();
  }

  @Test
  void whatWasAcknowledgedIsStoredOnceThoughTheBoxIsKilled() throws Exception {
    var random = new Random(SEED);
    long device = register("Loft", "26", "loft01");
    Map<Instant, Double> acknowledged = new TreeMap<>();
    Map<Instant, Double> sent = new TreeMap<>();
    for (int round = 0; round < KILLS; round++) {
      Instant from = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofDays(round));
      var stream = new StreamedReadings("loft01", box.port("KITSTREAM_MQTT_PORT"), from);
      int enough = 500 + random.nextInt(2_000);
      await().atMost(Duration.ofMinutes(1)).until(() -> stream.acknowledged().size() >= enough);
      box.kill();
      stream.stop();
      acknowledged.putAll(stream.acknowledged());
      sent.putAll(stream.sent());
      box = BoxProcess.launch(directory.resolve("var"), ports).awaitReady();
    }

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(StoredPoints.of(box, device, 55))
                    .as("seed %d", SEED)
                    .containsAllEntriesOf(acknowledged));
    assertThat(sent)
        .as("nothing is stored but what was sent, seed %d", SEED)
        .containsAllEntriesOf(StoredPoints.of(box, device, 55));
  }

  @Test
  void aSecondBoxOnTheSameDataIsRefused() {
    try (BoxProcess second = BoxProcess.launch(directory.resolve("var"), BoxProcess.freePorts())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output()).contains("Another box already runs on the data in");
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    Map<String, String> other = BoxProcess.freePorts();
    int port = Integer.parseInt(other.get("KITSTREAM_KAFKA_PORT"));
    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        BoxProcess second = BoxProcess.launch(directory.resolve("other"), other)) {
      assertThat(taken.isBound()).isTrue();
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output()).contains("port " + port).contains("KITSTREAM_KAFKA_PORT");
    }
  }

  @Test
  void dataOfANewerVersionIsRefused() throws Exception {
    Path newer = Files.createDirectories(directory.resolve("newer"));
    Files.writeString(newer.resolve("version"), "999\n");
    try (BoxProcess second = BoxProcess.launch(newer, BoxProcess.freePorts())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output()).contains("newer Kitstream");
    }
  }

  private static long register(String name, String kit, String token) throws Exception {
    Map<String, String> device = Map.of("name", name, "kit_id", kit, "device_token", token);
    return rest.post("/v0/devices", device).path("id").longValue();
  }

  private static JsonNode sensor(long device, int sensorId) throws Exception {
    for (JsonNode sensor : rest.get("/v0/devices/" + device).path("data").path("sensors")) {
      if (sensor.path("id").intValue() == sensorId) {
        return sensor;
      }
    }
    throw new AssertionError("device " + device + " has no sensor " + sensorId);
  }

  private static void publish(String token, String channel, String payload) {
    var client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(token)
            .serverHost("127.0.0.1")
            .serverPort(box.port("KITSTREAM_MQTT_PORT"))
            .buildBlocking();
    client.connect();
    client
        .publishWith()
        .topic("device/sck/" + token + "/" + channel)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send();
    client.disconnect();
  }
}
