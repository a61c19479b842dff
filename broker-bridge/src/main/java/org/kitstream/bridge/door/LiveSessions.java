package org.kitstream.bridge.door;

import io.netty.channel.Channel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.kitstream.bridge.access.Identity;

/**
 * The connections of one bridge, found by what they call themselves. Safe for use by any thread.
 */
public final class LiveSessions {

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
  public void cutOff(String token) {
    for (Channel channel : byName.getOrDefault(token, Set.of())) {
      var unused = channel.close(); // nothing to do when it is closed
    }
  }

  /** Closes every connection. */
  public void cutOffAll() {
    for (Channel channel : channels) {
      var unused = channel.close(); // nothing to do when it is closed
    }
  }

  /** How many clients are connected. */
  public int count() {
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
