package org.kitstream.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.bridge.settings.ClientLimits;
import org.kitstream.contract.topic.Topic;

/** What one client may ask of a bridge, each bound with the metric that tells of it. */
class LimitsIT {

  private static final Duration A_MOMENT = Duration.ofMillis(1_500);
  private static final int CONNECTIONS = 6;
  private static final int PER_SECOND = 20;
  private static final int STRANGER_EVENTS = 1; // a minute, so ten at once
  private static final ClientLimits TIGHT =
      new ClientLimits(
          CONNECTIONS,
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          6,
          PER_SECOND,
          1,
          STRANGER_EVENTS);

  private MqttBridge bridge;
  private String token;
  private long device;

  @BeforeEach
  void open() {
    device = SharedKafka.nextDevice();
    token = "limits" + device;
    SharedKafka.KITS.register(device, token);
    bridge =
        MqttBridge.start(
            BridgeSettings.of(SharedKafka.SERVER.bootstrapServers())
                .withClientLimits(TIGHT)
                .withMonitorPort(0));
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  @Test
  void turnsAwayTheConnectionThatIsOneTooManyOfItsAddress() throws IOException {
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        clients.add(RawClient.connected(bridge.port(), "many-" + i));
      }
      assertThat(Doors.isTurnedAway(bridge, Listener.PLAIN)).isTrue();
      assertThat(ended("too_many_of_address")).isEqualTo(1);
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
    await().untilAsserted(() -> RawClient.connected(bridge.port(), "after").close()); // forgotten
  }

  @Test
  void endsAConnectionThatIsNoSessionInTime() throws IOException {
    try (RawClient silent = new RawClient(bridge.port())) {
      assertThat(silent.isHungUpWithin(Duration.ofMillis(700))).isFalse();
      assertThat(silent.isHungUpWithin(A_MOMENT)).isTrue();
    }
    assertThat(ended("too_slow")).isEqualTo(1);
  }

  @Test
  void endsASessionThatAskedForNoKeepAliveAndIsSilent() throws IOException {
    try (RawClient silent = new RawClient(bridge.port())) {
      silent.send(RawClient.connect("silent").keepAlive(0).build());
      silent.expect(MqttMessageType.CONNACK);

      assertThat(silent.isHungUpWithin(Duration.ofSeconds(20))).isTrue(); // 1.5 times 10 s
    }
  }

  @Test
  void refusesATopicThatIsTooDeep() throws IOException {
    try (RawClient client = RawClient.connected(bridge.port(), token)) {
      client.send(RawClient.publish(MqttQoS.AT_LEAST_ONCE, 1, "a/b/c/d/e/f/g", "x"));

      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
    assertThat(refused("too_many_levels")).isEqualTo(1);
  }

  @Test
  void slowsADeviceDownThatSendsTooMuchAndLosesNothingOfIt() throws IOException {
    int messages = 10 * PER_SECOND + PER_SECOND; // what may come at once, and a second's worth
    long begin = System.nanoTime();
    try (RawClient client = RawClient.connected(bridge.port(), token)) {
      client.send(
          IntStream.rangeClosed(1, messages)
              .mapToObj(id -> reading(MqttQoS.AT_LEAST_ONCE, id))
              .toArray(MqttMessage[]::new));
      for (int id = 1; id <= messages; id++) {
        client.expect(MqttMessageType.PUBACK, id);
      }
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
    assertThat(value("reading_paused_total{reason=\"device_rate\"}")).isPositive();
    assertThat(SharedKafka.KITS.payloads(Topic.READINGS_RAW, String.valueOf(device)))
        .hasSize(messages);
  }

  @Test
  void dropsAndCountsWithQos0WhatIsTooMuch() throws IOException {
    int messages = 15 * PER_SECOND;
    try (RawClient client = RawClient.connected(bridge.port(), token)) {
      client.send(
          IntStream.rangeClosed(1, messages)
              .mapToObj(i -> reading(MqttQoS.AT_MOST_ONCE, 0))
              .toArray(MqttMessage[]::new));
      client.send(MqttMessage.PINGREQ);
      client.expect(MqttMessageType.PINGRESP);
    }

    assertThat(refused("over_rate")).isBetween(1L, 5L * PER_SECOND);
    await()
        .untilAsserted(
            () ->
                assertThat(bridge.counters().unacknowledged().forwarded())
                    .isEqualTo(messages - refused("over_rate")));
  }

  @Test
  void doesNotSlowOthersDownForOneThatSendsTooMuch() throws IOException {
    long other = SharedKafka.nextDevice();
    SharedKafka.KITS.register(other, "calm" + other);
    await().until(() -> RawProbe.isKnown(bridge.port(), "calm" + other));
    try (RawClient flood = RawClient.connected(bridge.port(), token);
        RawClient calm = RawClient.connected(bridge.port(), "calm" + other)) {
      flood.send(
          IntStream.rangeClosed(1, 20 * PER_SECOND)
              .mapToObj(id -> reading(MqttQoS.AT_LEAST_ONCE, id))
              .toArray(MqttMessage[]::new));
      long begin = System.nanoTime();
      calm.send(
          RawClient.publish(
              MqttQoS.AT_LEAST_ONCE, 1, "device/sck/calm" + other + "/readings/raw", "{}"));
      calm.expect(MqttMessageType.PUBACK, 1);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void countsTheSameSubscriptionOnce() throws IOException {
    try (RawClient client = RawClient.connected(bridge.port(), token)) {
      String own = "device/sck/" + token + "/config";
      client.send(subscribe(own));
      assertThat(granted(client)).isEqualTo(1);
      client.send(subscribe(own)); // the same once more is no second one
      assertThat(granted(client)).isEqualTo(1);
    }
    assertThat(value("subscriptions_refused_total")).isZero();
  }

  @Test
  void refusesTheEventsOfStrangersThatAreTooMany() throws IOException {
    try (RawClient stranger = RawClient.connected(bridge.port(), "stranger")) {
      for (int i = 0; i < 15 * STRANGER_EVENTS; i++) {
        stranger.send(RawClient.publish(MqttQoS.AT_MOST_ONCE, 0, "device/inventory", "{}"));
      }
      stranger.send(MqttMessage.PINGREQ);
      stranger.expect(MqttMessageType.PINGRESP);
    }
    assertThat(refused("over_rate")).isEqualTo(5);
  }

  @Test
  void countsUnknownTokensByAddress() throws IOException {
    try (RawClient stranger = RawClient.connected(bridge.port(), "stranger")) {
      stranger.send(
          RawClient.publish(MqttQoS.AT_MOST_ONCE, 0, "device/sck/nobody/readings", "{}"),
          MqttMessage.PINGREQ);
      stranger.expect(MqttMessageType.PINGRESP);
    }
    assertThat(value("unknown_token_publishes{address=\"127.0.0.1\"}")).isEqualTo(1);
    assertThat(refused("unknown_token")).isEqualTo(1);
  }

  @Test
  void tellsMetricsAndHealthOverHttp() throws Exception {
    assertThat(get("/metrics").body()).contains("# TYPE kitstream_bridge_connections gauge");
    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(get("/ready").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + bridge.monitorPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
  }

  private MqttMessage reading(MqttQoS qos, int packetId) {
    return RawClient.publish(qos, packetId, "device/sck/" + token + "/readings/raw", "{}");
  }

  private static MqttMessage subscribe(String filter) {
    return MqttMessageBuilders.subscribe()
        .messageId(1)
        .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
        .build();
  }

  private static int granted(RawClient client) throws IOException {
    var answer = (MqttSubAckMessage) client.expect(MqttMessageType.SUBACK);
    return answer.payload().grantedQoSLevels().get(0);
  }

  private long ended(String reason) {
    return value("connections_ended_total{reason=\"" + reason + "\"}");
  }

  private long refused(String reason) {
    return value("publishes_refused_total{reason=\"" + reason + "\"}");
  }

  private long value(String sample) {
    return MetricsPage.value(bridge.metrics(), sample);
  }
}
