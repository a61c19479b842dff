package org.kitstream.bridge.settings;

import java.time.Duration;

/**
 * What one client may ask of a bridge.
 *
 * @param connectionsPerAddress open at once from one address; one more is closed at once; 1 to
 *     1,000,000
 * @param connectPatience how long after it is open a connection must be a session; 1 s to 2 min
 * @param keepAlive the longest silence a client may ask for, and what one that asks for none gets;
 *     10 s to 18 h
 * @param topicLevels how many levels a topic or filter may have; 6 (the deepest of the platform) to
 *     128
 * @param messagesPerSecond of one device in the long run, 1 to 1,000,000; ten seconds' worth may
 *     come at once. Past it the connection is not read until it fits; QoS 0 is dropped
 * @param subscriptions how many filters one session may hold; 1 to 10,000
 * @param strangerEventsPerMinute hellos, infos and inventories without a known token from one
 *     address in the long run, 1 to 1,000,000; ten minutes' worth may come at once. Past it they
 *     are refused
 */
public record ClientLimits(
    int connectionsPerAddress,
    Duration connectPatience,
    Duration keepAlive,
    int topicLevels,
    int messagesPerSecond,
    int subscriptions,
    int strangerEventsPerMinute) {

  public static final ClientLimits DEFAULT =
      new ClientLimits(2_000, Duration.ofSeconds(10), Duration.ofHours(1), 8, 500, 32, 120);

  public ClientLimits {
    requireWithin(connectionsPerAddress, 1, 1_000_000, "connectionsPerAddress");
    requireWithin(connectPatience.toMillis(), 1_000, 120_000, "connectPatience in ms");
    requireWithin(keepAlive.toSeconds(), 10, 64_800, "keepAlive in seconds");
    requireWithin(topicLevels, 6, 128, "topicLevels");
    requireWithin(messagesPerSecond, 1, 1_000_000, "messagesPerSecond");
    requireWithin(subscriptions, 1, 10_000, "subscriptions");
    requireWithin(strangerEventsPerMinute, 1, 1_000_000, "strangerEventsPerMinute");
  }

  /** These limits with another bound on one device's messages. */
  public ClientLimits withMessagesPerSecond(int newMessagesPerSecond) {
    return new ClientLimits(
        connectionsPerAddress,
        connectPatience,
        keepAlive,
        topicLevels,
        newMessagesPerSecond,
        subscriptions,
        strangerEventsPerMinute);
  }

  private static void requireWithin(long value, long least, long most, String name) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " must be " + least + " to " + most);
    }
  }
}
