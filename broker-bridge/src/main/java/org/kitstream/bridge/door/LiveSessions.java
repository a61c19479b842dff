package org.kitstream.bridge.door;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.kitstream.bridge.access.Identity;
import org.kitstream.bridge.metrics.Ended;

/**
 * The connections of one bridge, found by what they call themselves. Safe for use by any thread.
 */
public final class LiveSessions {

  private final Map<String, Set<Channel>> byName = new ConcurrentHashMap<>();
  private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
  private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();
  private final AtomicInteger connected = new AtomicInteger();
  private final int most;
  private final int mostOfAddress;

  /**
   * Without any connection.
   *
   * @param most connections at once
   * @param mostOfAddress of them from one address
   */
  public LiveSessions(int most, int mostOfAddress) {
    this.most = most;
    this.mostOfAddress = mostOfAddress;
  }

  /** Counts a connection in, before it said anything. Says why it is one too many, if it is. */
  Optional<Ended> open(Channel channel) {
    channels.add(channel);
    int ofAddress = byAddress.merge(address(channel), 1, Integer::sum);
    if (channels.size() > most) {
      return Optional.of(Ended.TOO_MANY);
    }
    return ofAddress > mostOfAddress ? Optional.of(Ended.TOO_MANY_OF_ADDRESS) : Optional.empty();
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
    if (channels.remove(channel)) {
      byAddress.computeIfPresent(address(channel), (from, n) -> n == 1 ? null : n - 1);
    }
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

  /** Whether a connection calls itself by that name. */
  boolean isThere(String name) {
    return byName.containsKey(name);
  }

  /** How many clients are connected. */
  public int count() {
    return connected.get();
  }

  /** How many connections are open, clients or not. */
  int connections() {
    return channels.size();
  }

  /** Where a connection comes from. */
  static InetAddress address(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress()
        : InetAddress.getLoopbackAddress(); // it is gone already
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
