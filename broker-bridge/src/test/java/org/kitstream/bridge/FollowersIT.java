package org.kitstream.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.device.ForwardingAccess;
import org.kitstream.contract.topic.Topic;

/** Who follows forwarded readings, and who is kept from it. */
class FollowersIT {

  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Kits KITS = SharedKafka.KITS;
  private static MqttBridge bridge;

  @BeforeAll
  static void open() {
    bridge = MqttBridge.start(BridgeSettings.of(SharedKafka.SERVER.bootstrapServers()));
  }

  @AfterAll
  static void close() {
    bridge.close();
  }

  @Test
  void aFollowerGetsTheBatchesOfTheOwnersDevices() {
    var access = new ForwardingAccess("name-1", "tok-1");
    long first = forwarded(access);
    long second = forwarded(access);
    long others = forwarded(new ForwardingAccess("name-2", "tok-2"));
    try (Subscriber follower = follower("name-1").subscribe("/forward/tok-1/device/+/readings");
        Subscriber ofOne =
            follower("name-1").subscribe("/forward/tok-1/device/" + second + "/readings")) {
      KITS.forward(others, "{\"not\":\"yours\"}");
      KITS.forward(first, "{\"id\":1}");
      KITS.forward(second, "{\"id\":2}");
      await().atMost(A_SECOND).until(() -> follower.got().size() == 2);
      assertThat(follower.got())
          .extracting(Subscriber.Got::topic)
          .containsExactlyInAnyOrder(
              "/forward/tok-1/device/" + first + "/readings",
              "/forward/tok-1/device/" + second + "/readings");
      await().atMost(A_SECOND).until(() -> ofOne.texts().equals(List.of("{\"id\":2}")));
    }
  }

  @Test
  void aFollowerIsKeptToTheirToken() {
    forwarded(new ForwardingAccess("name-3", "tok-3"));
    forwarded(new ForwardingAccess("name-4", "tok-4"));
    for (String filter :
        new String[] {"/forward/tok-4/#", "/forward/+/device/+/readings", "/#", "#"}) {
      try (Subscriber follower = follower("name-3")) {
        assertThatThrownBy(() -> follower.subscribe(filter))
            .isInstanceOf(Mqtt3SubAckException.class);
      }
    }
    try (Subscriber byClientId = Subscriber.connect(bridge.port(), "name-3", null)) {
      assertThatThrownBy(() -> byClientId.subscribe("/forward/tok-3/#"))
          .isInstanceOf(Mqtt3SubAckException.class);
    }
  }

  @Test
  void aFollowerPublishesNothing() throws IOException {
    long device = forwarded(new ForwardingAccess("name-5", "tok-5"));
    for (String topic :
        new String[] {
          "device/sck/kit" + device + "/readings/raw",
          "device/sck/nobody/hello",
          "device/inventory",
          "/forward/tok-5/device/1/readings"
        }) {
      try (RawClient client = new RawClient(bridge.port())) {
        client.send(RawClient.connect("f").hasUser(true).username("name-5").build());
        client.expect(MqttMessageType.CONNACK);
        client.send(RawClient.publish(MqttQoS.AT_LEAST_ONCE, 1, topic, "{}"));
        assertThat(client.isHungUpWithin(A_SECOND)).as(topic).isTrue();
      }
    }
  }

  @Test
  void aLostRightEndsWithinASecondAndStaysLost() {
    var access = new ForwardingAccess("name-6", "tok-6");
    long device = forwarded(access);
    try (Subscriber follower = follower("name-6").subscribe("/forward/tok-6/#")) {
      KITS.register(device, "kit" + device, (ForwardingAccess) null);
      await().atMost(A_SECOND).until(() -> !follower.isConnected());
    }
    try (Subscriber again = follower("name-6")) {
      assertThatThrownBy(() -> again.subscribe("/forward/tok-6/#"))
          .isInstanceOf(Mqtt3SubAckException.class);
    }
  }

  @Test
  void whoTakesOverASessionWithoutProofFollowsNobody() {
    long device = forwarded(new ForwardingAccess("name-7", "tok-7"));
    try (Subscriber before = Subscriber.connect(bridge.port(), "dashboard", "name-7", false)) {
      before.subscribe("/forward/tok-7/#");
    }
    try (Subscriber thief = Subscriber.connect(bridge.port(), "dashboard", null, false);
        Subscriber follower = follower("name-7").subscribe("/forward/tok-7/#")) {
      KITS.forward(device, "{\"id\":7}");
      await().atMost(A_SECOND).until(() -> follower.got().size() == 1);
      assertThat(thief.got()).isEmpty();
    }
  }

  @Test
  void aFollowerWhoDoesNotReadHoldsNobodyUp() throws IOException {
    long device = forwarded(new ForwardingAccess("name-8", "tok-8"));
    String batch = "{\"filler\":\"" + "x".repeat(10_000) + "\"}";
    try (RawClient deaf = new RawClient(bridge.port());
        Subscriber follower = follower("name-8")) {
      deaf.send(RawClient.connect("deaf").hasUser(true).username("name-8").build());
      deaf.expect(MqttMessageType.CONNACK);
      deaf.send(
          MqttMessageBuilders.subscribe()
              .messageId(1)
              .addSubscription(MqttQoS.AT_LEAST_ONCE, "/forward/tok-8/#")
              .build());
      deaf.expect(MqttMessageType.SUBACK);
      follower.subscribe("/forward/tok-8/#");
      IntStream.range(0, 2_000).forEach(i -> KITS.forward(device, batch));
      KITS.forward(device, "{\"last\":true}");
      await().atMost(SOON).until(() -> follower.texts().contains("{\"last\":true}"));
      assertThat(follower.got()).hasSizeGreaterThan(1_000);
    }
  }

  @Test
  void p41_aReadingUnderATokenThatNobodyHasYetIsAHelloAndNoMore() throws IOException {
    for (String topic : new String[] {"readings", "readings/raw"}) {
      String token = "new-" + topic.replace('/', '-');
      try (RawClient kit = RawClient.connected(bridge.port(), token)) {
        String name = "device/sck/" + token + "/" + topic;
        for (int i = 0; i < 3; i++) {
          kit.send(RawClient.publish(MqttQoS.AT_MOST_ONCE, 0, name, "{t:2024-01-01T00:00:00Z}"));
        }
        await().atMost(SOON).until(() -> KITS.records(Topic.DEVICES_EVENTS, token).size() == 1);
      }
      var hello = KITS.records(Topic.DEVICES_EVENTS, token).get(0);
      assertThat(Kits.header(hello, "kind")).isEqualTo("hello");
      assertThat(hello.value()).isEmpty();
      assertThat(KITS.payloads(Topic.READINGS_RAW, token)).isEmpty();
    }
  }

  @Test
  void anInfoSaysWhetherAnotherBrokerPassedItOn() throws IOException {
    try (RawClient kit = RawClient.connected(bridge.port(), "infos1")) {
      kit.send(
          RawClient.publish(MqttQoS.AT_LEAST_ONCE, 1, "device/sck/infos1/info", "{}"),
          RawClient.publish(MqttQoS.AT_LEAST_ONCE, 2, "bridge/device/sck/infos1/info", "{}"));
      kit.expect(MqttMessageType.PUBACK, 1);
      kit.expect(MqttMessageType.PUBACK, 2);
    }
    assertThat(KITS.records(Topic.DEVICES_EVENTS, "infos1"))
        .extracting(found -> Kits.header(found, "bridged"))
        .containsExactly(null, "true");
  }

  private static Subscriber follower(String userName) {
    return Subscriber.connect(bridge.port(), "f-" + SharedKafka.nextDevice(), userName);
  }

  /** A device that is forwarded, once the bridge knows. */
  private static long forwarded(ForwardingAccess access) {
    long device = SharedKafka.nextDevice();
    KITS.register(device, "kit" + device, access);
    await().atMost(SOON).until(() -> RawProbe.isKnown(bridge.port(), "kit" + device));
    return device;
  }
}
