package org.kitstream.bridge.door;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps from the broker every filter that a client may not have: some would end its threads. */
final class SubscriptionGuard {

  private SubscriptionGuard() {}

  /** The answer to a request with a filter that is not allowed; empty: the broker may have it. */
  static Optional<MqttMessage> refusal(
      MqttMessage request, Predicate<String> allowed, boolean version5) {
    if (request instanceof MqttSubscribeMessage wish) {
      boolean all =
          wish.payload().topicSubscriptions().stream()
              .map(MqttTopicSubscription::topicFilter)
              .allMatch(allowed);
      return all ? Optional.empty() : Optional.of(Packets.subscriptionRefused(wish, version5));
    }
    MqttUnsubscribeMessage wish = (MqttUnsubscribeMessage) request;
    boolean all = wish.payload().topics().stream().allMatch(allowed);
    return all ? Optional.empty() : Optional.of(Packets.unsubscribed(wish, version5));
  }
}
