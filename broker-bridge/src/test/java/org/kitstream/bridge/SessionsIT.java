package org.kitstream.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.bridge.settings.ClientLimits;
import org.kitstream.contract.device.ForwardingAccess;

/** What the broker keeps for clients, and that it is no more than it should. */
class SessionsIT {

  private static final Duration A_MOMENT = Duration.ofMillis(1_500);
  private static final int STORM = 500;

  private MqttBridge bridge;
  private String token;

  @BeforeEach
  void open() {
    long device = SharedKafka.nextDevice();
    token = "sessions" + device;
    SharedKafka.KITS.register(
        device, token, new ForwardingAccess("follower" + device, "f" + device));
    bridge =
        MqttBridge.start(
            BridgeSettings.of(SharedKafka.SERVER.bootstrapServers()).withListeners(Doors.all()));
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsNoSessionOfWhoLeavesBeforeTheAnswer(boolean reset) throws IOException {
    for (int i = 0; i < STORM; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), bridge.port());
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      try (RawClient client = new RawClient(socket)) {
        client.send(RawClient.connect("gone" + i).build());
      }
    }

    awaitNoSession();
    assertThat(bridge.failure().toCompletableFuture()).isNotDone();
  }

  @ParameterizedTest
  @EnumSource(
      value = MqttVersion.class,
      names = {"MQTT_3_1_1", "MQTT_5"})
  void keepsNoSessionOfAStranger(MqttVersion version) throws IOException {
    try (RawClient client = new RawClient(bridge.port())) {
      client.send(
          RawClient.connect("stranger").protocolVersion(version).cleanSession(false).build());
      client.expect(MqttMessageType.CONNACK);
    }

    awaitNoSession();
  }

  @Test
  void keepsTheSessionOfAKit() throws IOException {
    for (boolean before : new boolean[] {false, true}) {
      try (RawClient client = new RawClient(bridge.port())) {
        client.send(RawClient.connect(token).cleanSession(false).build());
        var answer = (MqttConnAckMessage) client.expect(MqttMessageType.CONNACK);
        assertThat(answer.variableHeader().isSessionPresent()).isEqualTo(before);
      }
      await().until(() -> bridge.liveSessions() == 0);
      assertThat(BrokerSessions.of(bridge)).containsExactly(token);
    }
  }

  @Test
  void retainsNothingThatIsPublished() throws IOException {
    String topic = "device/sck/" + token + "/config";
    try (RawClient client = RawClient.connected(bridge.port(), token)) {
      MqttPublishMessage config = RawClient.publish(MqttQoS.AT_MOST_ONCE, 0, topic, "mine");
      client.send(
          retained(RawClient.publish(MqttQoS.AT_LEAST_ONCE, 1, readings(), "{}")),
          retained(config),
          retained(RawClient.publish(MqttQoS.AT_MOST_ONCE, 0, forward() + "/1/readings", "mine")));
      client.expect(MqttMessageType.PUBACK, 1);
      assertThat(granted(client, topic)).containsExactly(1);
      assertThat(client.next(A_MOMENT)).isEmpty();
    }
    try (RawClient follower = new RawClient(bridge.port())) {
      follower.send(RawClient.connect("anyone").hasUser(true).username(followerName()).build());
      follower.expect(MqttMessageType.CONNACK);
      assertThat(granted(follower, forward() + "/+/readings")).containsExactly(1);
      assertThat(follower.next(A_MOMENT)).isEmpty();
    }
  }

  @Test
  void refusesSubscriptionsThatAreMoreThanOneMayHave() throws IOException {
    try (RawClient follower = new RawClient(bridge.port())) {
      follower.send(RawClient.connect("many").hasUser(true).username(followerName()).build());
      follower.expect(MqttMessageType.CONNACK);
      for (int i = 0; i < ClientLimits.DEFAULT.subscriptions(); i++) {
        assertThat(granted(follower, forward() + "/" + i + "/readings")).containsExactly(1);
      }

      assertThat(granted(follower, forward() + "/more/readings")).containsExactly(0x80);
    }
    assertThat(MetricsPage.value(bridge.metrics(), "subscriptions_refused_total")).isEqualTo(1);
  }

  /** Absorbed or refused, and kits are served all the while and after it. */
  @ParameterizedTest
  @EnumSource(Listener.class)
  void aStormOfConnectionsHoldsNobodyUp(Listener listener) throws IOException {
    List<RawClient> clients = new ArrayList<>();
    try (RawClient kit = Doors.open(bridge, listener).introduced(token)) {
      for (int i = 0; i < STORM; i++) {
        RawClient client = Doors.open(bridge, listener);
        clients.add(client);
        client.send(RawClient.connect("storm" + i).build());
        if (i % 100 == 0) {
          kit.send(RawClient.publish(MqttQoS.AT_LEAST_ONCE, i + 1, readings(), "{}"));
          kit.expect(MqttMessageType.PUBACK, i + 1);
        }
      }
      for (RawClient client : clients) {
        client.expect(MqttMessageType.CONNACK);
      }
      assertThat(bridge.liveSessions()).isEqualTo(STORM + 1);
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
    awaitNoSession();
  }

  private void awaitNoSession() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(BrokerSessions.of(bridge)).isEmpty());
    await().until(() -> MetricsPage.value(bridge.metrics(), "connections") == 0);
  }

  private String readings() {
    return "device/sck/" + token + "/readings/raw";
  }

  private String forward() {
    return "/forward/" + token.replace("sessions", "f") + "/device";
  }

  private String followerName() {
    return token.replace("sessions", "follower");
  }

  private static MqttPublishMessage retained(MqttPublishMessage message) {
    var header = message.fixedHeader();
    return new MqttPublishMessage(
        new MqttFixedHeader(header.messageType(), false, header.qosLevel(), true, 0),
        message.variableHeader(),
        message.payload());
  }

  private static List<Integer> granted(RawClient client, String filter) throws IOException {
    MqttMessage wish =
        MqttMessageBuilders.subscribe()
            .messageId(7)
            .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
            .build();
    client.send(wish);
    return ((MqttSubAckMessage) client.expect(MqttMessageType.SUBACK)).payload().grantedQoSLevels();
  }
}
