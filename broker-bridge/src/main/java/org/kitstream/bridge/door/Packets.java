package org.kitstream.bridge.door;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.Collections;

/** The packets that the door itself says, and the stand-in it shows the broker. */
final class Packets {

  private static final MqttFixedHeader STAND_IN =
      new MqttFixedHeader(MqttMessageType.PUBLISH, false, MqttQoS.AT_LEAST_ONCE, false, 0);

  private Packets() {}

  /**
   * What the broker sees of a publish: its topic and id. Without payload, flags and properties it
   * has nothing to keep: no retained message, no QoS 2 store.
   */
  static MqttPublishMessage standIn(String topic, int packetId) {
    return new MqttPublishMessage(
        STAND_IN, new MqttPublishVariableHeader(topic, packetId), Unpooled.EMPTY_BUFFER);
  }

  /** The answer to a publish that is stored. */
  static MqttMessage stored(MqttQoS qos, int packetId) {
    return new MqttMessage(header(reply(qos)), MqttMessageIdVariableHeader.from(packetId));
  }

  /** MQTT 5's answer to one that is refused; older clients have none. */
  static MqttMessage notAuthorized(MqttQoS qos, int packetId) {
    return new MqttMessage(
        header(reply(qos)),
        new MqttPubReplyMessageVariableHeader(
            packetId,
            MqttReasonCodes.PubAck.NOT_AUTHORIZED.byteValue(),
            MqttProperties.NO_PROPERTIES));
  }

  static MqttMessage completed(int packetId) {
    return new MqttMessage(
        header(MqttMessageType.PUBCOMP), MqttMessageIdVariableHeader.from(packetId));
  }

  static MqttMessage connectionRefused(MqttConnectReturnCode why) {
    return MqttMessageBuilders.connAck().returnCode(why).sessionPresent(false).build();
  }

  static MqttMessage subscriptionRefused(MqttSubscribeMessage asked, boolean version5) {
    int failure =
        version5
            ? MqttReasonCodes.SubAck.NOT_AUTHORIZED.byteValue() & 0xFF
            : MqttQoS.FAILURE.value();
    int filters = asked.payload().topicSubscriptions().size();
    return new MqttSubAckMessage(
        header(MqttMessageType.SUBACK),
        asked.variableHeader(),
        new MqttSubAckPayload(Collections.nCopies(filters, failure)));
  }

  static MqttMessage unsubscribed(MqttUnsubscribeMessage asked, boolean version5) {
    int filters = asked.payload().topics().size();
    short none = MqttReasonCodes.UnsubAck.NO_SUBSCRIPTION_EXISTED.byteValue();
    MqttUnsubAckPayload reasons =
        new MqttUnsubAckPayload(Collections.nCopies(version5 ? filters : 0, none));
    return new MqttUnsubAckMessage(
        header(MqttMessageType.UNSUBACK), asked.variableHeader(), reasons);
  }

  private static MqttMessageType reply(MqttQoS qos) {
    return qos == MqttQoS.EXACTLY_ONCE ? MqttMessageType.PUBREC : MqttMessageType.PUBACK;
  }

  private static MqttFixedHeader header(MqttMessageType type) {
    return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
  }
}
