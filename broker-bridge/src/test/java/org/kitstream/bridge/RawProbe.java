package org.kitstream.bridge;

import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import java.io.IOException;

/** Asks a bridge whether it knows a token, without publishing: only a known kit may subscribe. */
final class RawProbe {

  private RawProbe() {}

  static boolean isKnown(int port, String token) throws IOException {
    try (RawClient client = new RawClient(port)) {
      client.send(
          RawClient.connect("probe-" + token).hasUser(true).username(token).build(),
          MqttMessageBuilders.subscribe()
              .messageId(1)
              .addSubscription(MqttQoS.AT_LEAST_ONCE, "device/sck/" + token + "/config")
              .build());
      client.expect(MqttMessageType.CONNACK);
      var answer = (MqttSubAckMessage) client.expect(MqttMessageType.SUBACK);
      return answer.payload().grantedQoSLevels().get(0) == 1;
    }
  }
}
