package org.kitstream.bridge.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kitstream.bridge.access.AccessRules;
import org.kitstream.bridge.access.Identity;

/**
 * What one client gets. Every message is checked once more: a session outlives the rights of who
 * opened it, and whoever knows its client id can take it over. Lives on the connection's event
 * loop.
 */
final class Deliveries {

  private final Door door;
  private final Identity who;

  /** Tokens by the id of the request for their configuration that the broker has not answered. */
  private final Map<Integer, String> asked = new HashMap<>();

  private boolean configIsDue;

  Deliveries(Door door, Identity who) {
    this.door = door;
    this.who = who;
  }

  /** The client subscribes to what it may have. */
  void asks(MqttSubscribeMessage wish) {
    wish.payload().topicSubscriptions().stream()
        .map(MqttTopicSubscription::topicFilter)
        .flatMap(filter -> AccessRules.configToken(filter).stream())
        .forEach(token -> asked.put(wish.variableHeader().messageId(), token));
  }

  /** The broker has answered; a kit hears at once what it is told to do. */
  void answered(ChannelHandlerContext ctx, int packetId) {
    String token = asked.remove(packetId);
    if (token != null) {
      ctx.executor().execute(() -> configIsDue = door.configWanted(token) || configIsDue);
    }
  }

  /**
   * The message as the client gets it; empty: it must not. What answers a subscription is marked as
   * retained (MQTT-3.3.1-8), what comes later is not.
   */
  Optional<MqttPublishMessage> checked(MqttPublishMessage message) {
    String topic = message.variableHeader().topicName();
    if (!door.rules.maySubscribe(topic, who)) {
      return Optional.empty();
    }
    if (!configIsDue || AccessRules.configToken(topic).isEmpty()) {
      return Optional.of(message);
    }
    configIsDue = false;
    MqttFixedHeader header = message.fixedHeader();
    var retained =
        new MqttFixedHeader(
            header.messageType(),
            header.isDup(),
            header.qosLevel(),
            true,
            header.remainingLength());
    return Optional.of(
        new MqttPublishMessage(retained, message.variableHeader(), message.payload()));
  }
}
