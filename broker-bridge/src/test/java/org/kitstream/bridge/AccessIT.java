package org.kitstream.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.bridge.metrics.BridgeCounters;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.topic.Topic;

@ParameterizedClass
@EnumSource(Listener.class)
class AccessIT {

  private static final Duration A_MOMENT = Duration.ofMillis(1_500);
  private static final Kits KITS = SharedKafka.KITS;
  private static MqttBridge bridge;

  @Parameter Listener listener;

  @BeforeAll
  static void open() {
    bridge =
        MqttBridge.start(
            BridgeSettings.of(SharedKafka.SERVER.bootstrapServers()).withListeners(Doors.all()));
  }

  @AfterAll
  static void close() {
    bridge.close();
  }

  @Test
  void hangsUpOnAReadingOfAnUnknownTokenInsteadOfAnAcknowledgement() throws IOException {
    try (RawClient client = connected("cc0001")) {
      client.send(reading("cc0001", MqttQoS.AT_LEAST_ONCE));

      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
  }

  @Test
  void answersWhatCameBeforeAReadingThatIsRefused() throws IOException {
    kit("cc0002");
    try (RawClient client = connected("anyone")) {
      client.send(
          reading("cc0002", MqttQoS.AT_LEAST_ONCE), reading("nobody", MqttQoS.AT_LEAST_ONCE));

      client.expect(MqttMessageType.PUBACK, 1);
      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
  }

  @Test
  void dropsAQos0ReadingOfAnUnknownTokenAndStaysOnTheLine() throws IOException {
    long refusedBefore = bridge.counters().unacknowledged().refused();
    try (RawClient client = connected("cc0003")) {
      client.send(reading("cc0003", MqttQoS.AT_MOST_ONCE), MqttMessage.PINGREQ);

      client.expect(MqttMessageType.PINGRESP);
    }
    assertThat(bridge.counters().unacknowledged().refused()).isEqualTo(refusedBefore + 1);
  }

  @Test
  void tellsAnMqtt5ClientThatItIsNotAuthorized() {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier("cc0004")
            .serverHost("127.0.0.1")
            .serverPort(bridge.port())
            .buildBlocking();
    client.connect();

    var send =
        client
            .toAsync()
            .publishWith()
            .topic("device/sck/cc0004/readings")
            .qos(MqttQos.AT_LEAST_ONCE)
            .send();

    Assertions.assertThatThrownBy(send::join)
        .cause()
        .isInstanceOfSatisfying(
            Mqtt5PubAckException.class,
            refused ->
                assertThat(refused.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
    client.disconnect();
  }

  @Test
  void refusesOnceWhatComesRightBehindTheConnect() throws IOException {
    long refusedBefore = bridge.counters().acknowledged().refused();
    try (RawClient client = Doors.open(bridge, listener)) {
      client.send(
          RawClient.connect("cc0017").protocolVersion(MqttVersion.MQTT_5).build(),
          reading("cc0017", MqttQoS.AT_LEAST_ONCE),
          reading("nobody", MqttQoS.AT_LEAST_ONCE));
      client.expect(MqttMessageType.CONNACK);
      client.expect(MqttMessageType.PUBACK, 1);
      client.expect(MqttMessageType.PUBACK, 2);
      assertThat(client.next(Duration.ofMillis(300))).isEmpty();
    }
    assertThat(bridge.counters().acknowledged().refused()).isEqualTo(refusedBefore + 2);
  }

  @Test
  void keepsAProvenKitToItsOwnToken() throws IOException {
    kit("cc0005");
    kit("cc0006");
    try (RawClient client = connected("cc0005")) {
      client.send(reading("cc0006", MqttQoS.AT_LEAST_ONCE));

      assertThat(client.isHungUpWithin(A_MOMENT)).isTrue();
    }
  }

  @Test
  void takesAUserNameAsProof() throws IOException {
    long device = kit("cc0007");
    try (RawClient client = Doors.open(bridge, listener)) {
      client.send(RawClient.connect("some-gateway").hasUser(true).username("cc0007").build());
      client.expect(MqttMessageType.CONNACK);
      client.send(reading("cc0007", MqttQoS.AT_LEAST_ONCE));
      client.expect(MqttMessageType.PUBACK, 1);
    }
    assertThat(KITS.records(Topic.READINGS_RAW, String.valueOf(device))).hasSize(1);
  }

  @Test
  void disconnectsAKitWithinASecondOfItsArchivingAndKeepsItOut() throws Exception {
    long device = kit("cc0008");
    cutsOffWithinASecond("cc0008", () -> KITS.archive(device, "cc0008"));
  }

  @Test
  void disconnectsAKitWithinASecondOfATokenChangeAndKeepsItOut() throws Exception {
    long device = kit("cc0009");
    cutsOffWithinASecond("cc0009", () -> KITS.register(device, "cc9009"));
  }

  @Test
  void disconnectsAKitWithinASecondOfItsTokenBeingClearedAndKeepsItOut() throws Exception {
    long device = kit("cc0010");
    cutsOffWithinASecond("cc0010", () -> KITS.register(device, null));
  }

  @Test
  void disconnectsAKitWithinASecondOfItsDeletionAndKeepsItOut() throws Exception {
    long device = kit("cc0011");
    cutsOffWithinASecond("cc0011", () -> KITS.delete(device));
  }

  @Test
  void goesOnBehindAProfileThatCannotBeRead() {
    KITS.sendMalformedProfile(SharedKafka.nextDevice());

    kit("cc0012");
  }

  @Test
  void letsAKitSubscribeToItsOwnConfiguration() throws IOException {
    kit("cc0013");

    assertThat(subscribed("cc0013", "device/sck/cc0013/config")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "+/#",
        "device/sck/+/config",
        "device/sck/cc0015/config",
        "device/sck/cc0014/readings",
        "device/sck/cc0014/config/#",
        "$SYS/#",
        "$share/group/device/sck/cc0014/config",
        "$share/group",
        "$share/",
        "$queue/#"
      })
  void refusesEveryOtherSubscription(String filter) throws IOException {
    kit("cc0014");

    assertThat(subscribed("cc0014", filter)).isFalse();
  }

  @Test
  void letsOnlyTheOwnClientIdPublishWhenToldSo() throws IOException {
    kit("cc0016");
    var strict =
        BridgeSettings.of(SharedKafka.SERVER.bootstrapServers())
            .withAccess(new BridgeSettings.Access(true, true));
    try (MqttBridge other = MqttBridge.start(strict);
        RawClient stranger = RawClient.connected(other.port(), "stranger");
        RawClient kit = RawClient.connected(other.port(), "cc0016")) {
      stranger.send(reading("cc0016", MqttQoS.AT_LEAST_ONCE));
      assertThat(stranger.isHungUpWithin(A_MOMENT)).isTrue();

      kit.send(reading("cc0016", MqttQoS.AT_LEAST_ONCE));
      kit.expect(MqttMessageType.PUBACK, 1);
      assertThat(other.counters().acknowledged()).isEqualTo(new BridgeCounters.Flow(2, 1, 1, 0));
    }
  }

  private RawClient connected(String clientId) throws IOException {
    return Doors.open(bridge, listener).introduced(clientId);
  }

  private void cutsOffWithinASecond(String token, Runnable revocation) throws Exception {
    try (RawClient client = connected(token)) {
      await().until(() -> bridge.liveSessions() > 0);
      revocation.run();
      assertThat(client.isHungUpWithin(Duration.ofSeconds(1))).as("cut off").isTrue();
    }
    try (RawClient again = Doors.open(bridge, listener)) {
      again.send(RawClient.connect(token).build());
      var answer = (MqttConnAckMessage) again.expect(MqttMessageType.CONNACK);
      assertThat(answer.variableHeader().connectReturnCode())
          .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
      assertThat(again.isHungUpWithin(A_MOMENT)).isTrue();
    }
  }

  private boolean subscribed(String token, String filter) throws IOException {
    try (RawClient client = connected(token)) {
      client.send(
          MqttMessageBuilders.subscribe()
              .messageId(5)
              .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
              .build());
      var answer = (MqttSubAckMessage) client.expect(MqttMessageType.SUBACK);
      return answer.payload().grantedQoSLevels().get(0) == 1;
    }
  }

  private static long kit(String token) {
    long device = SharedKafka.nextDevice();
    KITS.register(device, token);
    Callable<Boolean> known = () -> RawProbe.isKnown(bridge.port(), token);
    await().atMost(Duration.ofSeconds(5)).until(known);
    return device;
  }

  private static MqttMessage reading(String token, MqttQoS qos) {
    int packetId = qos == MqttQoS.AT_MOST_ONCE ? 0 : token.equals("nobody") ? 2 : 1;
    return RawClient.publish(qos, packetId, "device/sck/" + token + "/readings/raw", "{}");
  }
}
