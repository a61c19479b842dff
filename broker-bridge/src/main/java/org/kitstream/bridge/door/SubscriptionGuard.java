package org.kitstream.bridge.door;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kitstream.bridge.access.Identity;

/**
 * Keeps from the broker every filter that a client may not have, and more than one may have: some
 * would end its threads. Lives on the connection's event loop.
 */
final class SubscriptionGuard {

  private final Door door;
  private final Identity who;
  private final boolean version5;
  private final Set<String> filters;

  /** The guard of one connection; it keeps the filters of the session up to date. */
  SubscriptionGuard(Door door, Handshake.Connected connected) {
    this.door = door;
    this.who = connected.who();
    this.version5 = connected.version5();
    this.filters = connected.session().filters();
  }

  /** The answer to a request with a filter that is not allowed; empty: the broker may have it. */
  Optional<MqttMessage> refusal(MqttMessage request) {
    if (request instanceof MqttSubscribeMessage wish) {
      List<String> wished =
          wish.payload().topicSubscriptions().stream()
              .map(MqttTopicSubscription::topicFilter)
              .toList();
      if (areAllowed(wished) && haveRoom(wished)) {
        filters.addAll(wished);
        return Optional.empty();
      }
      door.tally.subscriptionsRefused.increment();
      return Optional.of(Packets.subscriptionRefused(wish, version5));
    }
    MqttUnsubscribeMessage wish = (MqttUnsubscribeMessage) request;
    if (areAllowed(wish.payload().topics())) {
      wish.payload().topics().forEach(filters::remove);
      return Optional.empty();
    }
    return Optional.of(Packets.unsubscribed(wish, version5));
  }

  private boolean areAllowed(Collection<String> wished) {
    return wished.stream()
        .allMatch(
            filter ->
                !TopicLevels.areMoreThan(door.clientLimits.topicLevels(), filter)
                    && door.rules.maySubscribe(filter, who));
  }

  private boolean haveRoom(Collection<String> wished) {
    Set<String> all = new HashSet<>(filters);
    all.addAll(wished);
    return all.size() <= door.clientLimits.subscriptions();
  }
}
