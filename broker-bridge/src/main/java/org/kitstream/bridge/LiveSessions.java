package org.kitstream.bridge;

import io.netty.channel.Channel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of one bridge, found by what they call themselves. Safe for use by any thread.
 */
final class LiveSessions {

  private final Map<String, Set<Channel>> byName = new ConcurrentHashMap<>();
  private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connected = new AtomicInteger();

  /** Counts a connection in, before it said anything; returns how many there are now. */
  int open(Channel channel) {
    channels.add(channel);
    return channels.size();
  }

  /** Finds the channel by its client id and user name from now on. */
  void name(Channel channel, Identity who) {
    add(who.clientId(), channel);
    if (who.userName() != null) {
      add(who.userName(), channel);
    }
  }

  /** Counts a session that is connected in the sense of MQTT. */
  void connected() {
    connected.incrementAndGet();
  }

  /** Forgets a channel. */
  void closed(Channel channel, Identity who, boolean wasConnected) {
    channels.remove(channel);
    remove(who.clientId(), channel);
    if (who.userName() != null) {
      remove(who.userName(), channel);
    }
    if (wasConnected) {
      connected.decrementAndGet();
    }
  }

  /** Closes every connection that calls itself by that token. */
  void cutOff(String token) {
    for (Channel channel : byName.getOrDefault(token, Set.of())) {
      var unused = channel.close(); // nothing to do when it is closed
    }
  }

  /** Closes every connection. */
  void cutOffAll() {
    for (Channel channel : channels) {
      var unused = channel.close(); // nothing to do when it is closed
    }
  }

  int count() {
    return connected.get();
  }

  private void add(String name, Channel channel) {
    byName.compute(
        name,
        (key, known) -> {
          Set<Channel> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(channel);
          return all;
        });
  }

  private void remove(String name, Channel channel) {
    byName.computeIfPresent(
        name,
        (key, known) -> {
          known.remove(channel);
          return known.isEmpty() ? null : known;
        });
  }
}
