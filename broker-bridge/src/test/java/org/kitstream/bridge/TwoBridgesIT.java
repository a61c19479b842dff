package org.kitstream.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

class TwoBridgesIT {

  @Test
  void doNotMixInOneJvm() throws IOException {
    long device = SharedKafka.nextDevice();
    SharedKafka.KITS.register(device, "ee0001");
    try (MqttBridge north = MqttBridge.start(settings("north"));
        MqttBridge south = MqttBridge.start(settings("south"));
        RawClient toNorth = RawClient.connected(north.port(), "ee0001");
        RawClient toSouth = RawClient.connected(south.port(), "ee0001")) {
      await().until(() -> north.liveSessions() == 1 && south.liveSessions() == 1);

      toNorth.send(RawClient.publish(MqttQoS.AT_LEAST_ONCE, 1, topic(), "n"));
      toNorth.expect(MqttMessageType.PUBACK, 1);
      toSouth.send(RawClient.publish(MqttQoS.AT_LEAST_ONCE, 1, topic(), "s"));
      toSouth.expect(MqttMessageType.PUBACK, 1);

      assertThat(north.counters().acknowledged().forwarded()).isEqualTo(1);
      assertThat(south.counters().acknowledged().forwarded()).isEqualTo(1);
    }

    assertThat(SharedKafka.KITS.records(Topic.READINGS_RAW, String.valueOf(device)))
        .extracting(stored -> Kits.header(stored, RawHeader.MESSAGE_ID))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("north-"),
            second -> assertThat(second).startsWith("south-"));
  }

  @Test
  void saysThatAPortIsTaken() {
    try (MqttBridge first = MqttBridge.start(settings("first"))) {
      var samePort =
          settings("second")
              .withListeners(new BridgeSettings.Listeners("127.0.0.1", first.port(), null, null));

      assertThatThrownBy(() -> MqttBridge.start(samePort))
          .isInstanceOf(BridgeFailedException.class)
          .hasMessageContaining(String.valueOf(first.port()));
    }
  }

  private static BridgeSettings settings(String id) {
    return BridgeSettings.of(SharedKafka.SERVER.bootstrapServers()).withBridgeId(id);
  }

  private static String topic() {
    return "device/sck/ee0001/readings/raw";
  }
}
