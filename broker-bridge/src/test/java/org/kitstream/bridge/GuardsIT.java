package org.kitstream.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.bridge.metrics.BridgeCounters;
import org.kitstream.bridge.settings.BridgeSettings;

/** Holes of the broker that the door closes; after each attack it must still serve a kit. */
@ParameterizedClass
@EnumSource(Listener.class)
class GuardsIT {

  private static final int MAX_CONNECTIONS = 20;
  private static final Duration A_MOMENT = Duration.ofMillis(1_500);
  private static MqttBridge bridge;

  @Parameter Listener listener;

  @BeforeAll
  static void open() {
    SharedKafka.KITS.register(SharedKafka.nextDevice(), "dd0001");
    bridge =
        MqttBridge.start(
            BridgeSettings.of(SharedKafka.SERVER.bootstrapServers())
                .withListeners(Doors.all())
                .withLimits(
                    new BridgeSettings.Limits(
                        4096, 1 << 20, MAX_CONNECTIONS, Duration.ofSeconds(10))));
  }

  @AfterAll
  static void close() {
    bridge.close();
  }

  /** Many client ids, so that every session thread of the broker is asked. */
  @AfterEach
  void everySessionThreadIsAlive() throws IOException {
    assertThat(bridge.failure().toCompletableFuture()).isNotDone();
    for (int i = 0; i < 8; i++) {
      try (RawClient client = connected("client-" + (char) ('a' + i))) {
        client.send(reading(1));
        client.expect(MqttMessageType.PUBACK, 1);
      }
    }
  }

  @Test
  void refusesALastWillWhichWouldBypassTheRules() throws IOException {
    var connect =
        RawClient.connect("will")
            .willFlag(true)
            .willTopic("device/sck/dd0001/config")
            .willMessage("reset".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .build();

    assertThat(answerTo(connect))
        .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "+", "dd+", "a/#", "new\nline"})
  void refusesAClientIdThatIsAPattern(String clientId) throws IOException {
    assertThat(answerTo(RawClient.connect(clientId).build()))
        .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "+", "dd0001/#"})
  void refusesAUserNameThatIsAPattern(String userName) throws IOException {
    assertThat(answerTo(RawClient.connect("plain").hasUser(true).username(userName).build()))
        .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
  }

  @Test
  void hangsUpOnASecondConnect() throws IOException {
    try (RawClient client = connected("twice")) {
      client.send(RawClient.connect("twice").build());

      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
  }

  @Test
  void hangsUpOnAPublishWithoutConnect() throws IOException {
    try (RawClient client = Doors.open(bridge, listener)) {
      client.send(reading(1));

      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
  }

  @Test
  void hangsUpOnAPacketLargerThanAllowed() throws IOException {
    try (RawClient client = connected("large")) {
      client.send(
          RawClient.publish(
              MqttQoS.AT_LEAST_ONCE, 1, "device/sck/dd0001/readings/raw", "x".repeat(5_000)));

      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
  }

  @Test
  void hangsUpOnAVeryDeepTopic() throws IOException {
    try (RawClient client = connected("deep")) {
      client.send(RawClient.publish(MqttQoS.AT_LEAST_ONCE, 1, "/".repeat(3_000), ""));

      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$share", "$share/", "$share/x", "$share//x", "$share/+/x", "a/#/b", "a#"})
  void survivesMalformedFilters(String filter) throws IOException {
    for (MqttVersion version : List.of(MqttVersion.MQTT_3_1_1, MqttVersion.MQTT_5)) {
      try (RawClient client = Doors.open(bridge, listener)) {
        client.send(RawClient.connect("filters").protocolVersion(version).build());
        client.expect(MqttMessageType.CONNACK);
        client.send(
            MqttMessageBuilders.subscribe()
                .messageId(1)
                .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
                .build(),
            MqttMessageBuilders.unsubscribe().messageId(2).addTopicFilter(filter).build());
        client.expect(MqttMessageType.SUBACK);
        var unsubscribed = (MqttUnsubAckMessage) client.expect(MqttMessageType.UNSUBACK);
        assertThat(unsubscribed.variableHeader().messageId()).isEqualTo(2);
      }
    }
  }

  @Test
  void answersTheReleaseOfAPublishItNeverSaw() throws IOException {
    try (RawClient client = connected("release")) {
      client.send(RawClient.pubRel(99), RawClient.pubRel(99));

      client.expect(MqttMessageType.PUBCOMP, 99);
      client.expect(MqttMessageType.PUBCOMP, 99);
    }
  }

  @Test
  void closesTheConnectionThatIsOneTooMany() throws IOException {
    List<RawClient> clients = new ArrayList<>();
    try {
      await().until(() -> bridge.liveSessions() == 0);
      for (int i = 0; i < MAX_CONNECTIONS; i++) {
        clients.add(connected("many-" + i));
      }
      assertThat(Doors.isTurnedAway(bridge, listener)).isTrue();
      await().until(() -> bridge.liveSessions() == MAX_CONNECTIONS);
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
    await().until(() -> bridge.liveSessions() == 0);
  }

  @Test
  void outlivesNoise() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      byte[] noise = new byte[1 + random.nextInt(200)];
      random.nextBytes(noise);
      try (RawClient client =
          round % 2 == 0 ? Doors.open(bridge, listener) : connected("noise-" + round % 16)) {
        client.send(noise);
      } catch (IOException e) {
        throw new AssertionError("seed " + seed + ", round " + round, e);
      }
    }
  }

  @Test
  void survivesAStormOfTakeovers() throws IOException {
    for (int round = 0; round < 300; round++) {
      try (RawClient client = Doors.open(bridge, listener)) {
        client.send(
            RawClient.connect("client-" + (char) ('a' + round % 4))
                .cleanSession(round % 3 != 0)
                .build(),
            reading(1));
        if (round % 5 == 0) {
          client.expect(MqttMessageType.CONNACK);
        }
      }
    }
    await().until(() -> bridge.liveSessions() == 0);
  }

  @Test
  void countsWhatItDid() throws IOException {
    BridgeCounters.Flow before = bridge.counters().acknowledged();
    try (RawClient client = connected("counted")) {
      client.send(reading(1), reading(2));
      client.expect(MqttMessageType.PUBACK, 1);
      client.expect(MqttMessageType.PUBACK, 2);
      client.send(RawClient.publish(MqttQoS.AT_LEAST_ONCE, 3, "elsewhere", "x"));
      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
    BridgeCounters.Flow after = bridge.counters().acknowledged();

    assertThat(after.received() - before.received()).isEqualTo(3);
    assertThat(after.forwarded() - before.forwarded()).isEqualTo(2);
    assertThat(after.refused() - before.refused()).isEqualTo(1);
    assertThat(after.received()).isEqualTo(after.forwarded() + after.refused() + after.failed());
  }

  private RawClient connected(String clientId) throws IOException {
    return Doors.open(bridge, listener).introduced(clientId);
  }

  private MqttConnectReturnCode answerTo(MqttMessage connect) throws IOException {
    try (RawClient client = Doors.open(bridge, listener)) {
      client.send(connect);
      var answer = (MqttConnAckMessage) client.expect(MqttMessageType.CONNACK);
      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
      return answer.variableHeader().connectReturnCode();
    }
  }

  private static MqttMessage reading(int packetId) {
    return RawClient.publish(
        MqttQoS.AT_LEAST_ONCE, packetId, "device/sck/dd0001/readings/raw", "{}");
  }
}
