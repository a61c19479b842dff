package org.kitstream.ops.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes between kits, their owners and who follows them, through the whole platform. */
class KitTalkIT {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INFO = "{\"id\":48,\"uuid\":\"u-1\",\"hw_ver\":\"2.1\"}";

  @TempDir private static Path directory;
  private static BoxProcess box;
  private static Rest rest;
  private static Rest admin;

  @BeforeAll
  static void start() throws Exception {
    Path data = directory.resolve("var");
    box = BoxProcess.launch(data, BoxProcess.freePorts()).awaitReady();
    String url = box.httpUrl("KITSTREAM_HTTP_PORT");
    rest = Rest.signUp(url, "rita");
    String password = Files.readString(data.resolve("admin-password")).strip();
    JsonNode session =
        new Rest(url, "").post("/v0/sessions", Map.of("username", "admin", "password", password));
    admin = new Rest(url, session.path("access_token").textValue());
  }

  @AfterAll
  static void stop() {
    box.close();
  }

  @Test
  void p41_anyMessageOfAKitThatIsBeingSetUpShakesHands() throws Exception {
    for (String channel : List.of("hello", "info", "readings", "readings/raw")) {
      JsonNode started = rest.post("/v0/onboarding/device", Map.of());
      String token = started.path("device_token").textValue();
      String session = started.path("onboarding_session").textValue();
      assertThat(rest.orphan(session).path("device_handshake").booleanValue()).isFalse();
      Mqtt3BlockingClient kit = connect(token, null);
      publish(kit, MqttQos.AT_MOST_ONCE, "device/sck/" + token + "/" + channel, "anything");
      await()
          .atMost(WITHIN)
          .until(() -> rest.orphan(session).path("device_handshake").booleanValue());
      kit.disconnect();
    }
  }

  @Test
  void p42_anInventoryIsOneMoreRow() throws Exception {
    Mqtt3BlockingClient factory = connect("factory", null);
    publish(factory, MqttQos.AT_LEAST_ONCE, "device/inventory", "{\"id\":\"aa-bb\"}");
    await()
        .atMost(WITHIN)
        .untilAsserted(
            () ->
                assertThat(admin.get("/v0/inventory").findPath("report").path("id").textValue())
                    .isEqualTo("aa-bb"));
    assertThat(admin.get("/v0/inventory")).hasSize(1);
    factory.disconnect();
  }

  @Test
  void p43_anInfoBecomesTheHardwareInfo() throws Exception {
    long device = register("Roof", "roof01");
    Mqtt3BlockingClient kit = connect("roof01", null);
    publish(kit, MqttQos.AT_LEAST_ONCE, "device/sck/roof01/info", INFO);
    await()
        .atMost(WITHIN)
        .untilAsserted(
            () ->
                assertThat(
                        rest.get("/v0/devices/" + device)
                            .path("hardware")
                            .get("last_status_message"))
                    .isEqualTo(JSON.readTree(INFO)));
    kit.disconnect();
  }

  @Test
  void whatAnOwnerTellsAKitReachesIt() throws Exception {
    long device = register("Balcony", "balc01");
    Mqtt3BlockingClient kit = connect("balc01", null);
    List<String> told = listen(kit, "device/sck/balc01/config");
    rest.patch("/v0/devices/" + device, "{\"config\":{\"reading_interval\":30}}");
    await().atMost(WITHIN).until(() -> told.contains("{\"reading_interval\":30}"));
    kit.disconnect();

    Mqtt3BlockingClient again = connect("balc01", null);
    List<String> toldAgain = listen(again, "device/sck/balc01/config");
    await().atMost(WITHIN).until(() -> toldAgain.contains("{\"reading_interval\":30}"));
    again.disconnect();
  }

  @Test
  void aBatchReachesWhoFollowsTheDevice() throws Exception {
    admin.patch("/v0/users/rita", "{\"role_mask\":2}");
    long device = register("Loft", "loft01");
    rest.patch("/v0/devices/" + device, "{\"enable_forwarding\":true}");
    JsonNode me = rest.get("/v0/me");
    String topic =
        "/forward/" + me.path("forwarding_token").textValue() + "/device/" + device + "/readings";
    Mqtt3BlockingClient follower = connect("dashboard", me.path("forwarding_username").textValue());
    List<String> batches =
        await().atMost(WITHIN).ignoreExceptions().until(() -> listen(follower, topic), all -> true);

    Mqtt3BlockingClient kit = connect("loft01", null);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    publish(
        kit, MqttQos.AT_LEAST_ONCE, "device/sck/loft01/readings/raw", "{t:" + now + ",55:21.4}");
    await().atMost(WITHIN).until(() -> !batches.isEmpty());
    JsonNode batch = JSON.readTree(batches.get(0));
    assertThat(batch.path("id").longValue()).isEqualTo(device);
    assertThat(batch.path("last_reading_at").textValue()).isEqualTo(now.toString());
    assertThat(batch.findValues("readings").toString())
        .contains("[{\"timestamp\":\"" + now + "\",\"value\":21.4}]");
    kit.disconnect();
    follower.disconnect();
  }

  private static long register(String name, String token) throws Exception {
    Map<String, String> device = Map.of("name", name, "kit_id", "26", "device_token", token);
    return rest.post("/v0/devices", device).path("id").longValue();
  }

  private static Mqtt3BlockingClient connect(String clientId, @Nullable String userName) {
    var client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(clientId)
            .serverHost("127.0.0.1")
            .serverPort(box.port("KITSTREAM_MQTT_PORT"))
            .buildBlocking();
    if (userName == null) {
      client.connect();
    } else {
      client.connectWith().simpleAuth().username(userName).applySimpleAuth().send();
    }
    return client;
  }

  /** What comes on the topic from now on; throws while the subscription is refused. */
  private static List<String> listen(Mqtt3BlockingClient client, String topic) {
    List<String> texts = new CopyOnWriteArrayList<>();
    client
        .toAsync()
        .publishes(
            MqttGlobalPublishFilter.ALL,
            message -> texts.add(new String(message.getPayloadAsBytes(), UTF_8)));
    client.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send();
    return texts;
  }

  private static void publish(
      Mqtt3BlockingClient client, MqttQos qos, String topic, String payload) {
    client.publishWith().topic(topic).qos(qos).payload(payload.getBytes(UTF_8)).send();
  }
}
