package org.kitstream.bridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.kitstream.bridge.access.AccessRules;
import org.kitstream.bridge.access.ForwardRights;
import org.kitstream.bridge.access.ProfilesFollower;
import org.kitstream.bridge.door.Door;
import org.kitstream.bridge.door.LiveSessions;
import org.kitstream.bridge.downlink.ForwardFeed;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.log.KafkaLog;
import org.kitstream.bridge.metrics.BridgeCounters;
import org.kitstream.bridge.settings.BridgeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MQTT front door. A publish with QoS 1 or 2 is acknowledged only when Kafka has it on every
 * in-sync replica; if that does not happen in time the connection is closed, so that the kit sends
 * again. QoS 0 is stored when it can be.
 *
 * <p>A publish that is not authorised is never acknowledged: with QoS 0 it is dropped; with QoS 1
 * or 2 an MQTT 5 client is told "not authorized" and an older one, for which the protocol has no
 * such answer, is disconnected.
 *
 * <p>Safe for use by any thread. Several bridges may run in one JVM. Netty must not have opened a
 * channel in this JVM before the first one, unless the system property {@code
 * io.netty.bootstrap.extensions} was {@code serviceload} then; starting fails if it did.
 */
public final class MqttBridge implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(MqttBridge.class);

  private final ProfilesFollower profiles;
  private final LiveSessions sessions;
  private final KafkaLog log;
  private final Door door;
  private final Broker broker;
  private final ForwardFeed forwards;
  private final CompletableFuture<Throwable> failure;

  private MqttBridge(BridgeSettings settings, Feed feed, KafkaLog log) {
    KnownDevices devices = feed.devices();
    this.profiles = feed.profiles();
    this.sessions = feed.sessions();
    this.failure = feed.failure();
    this.log = log;
    var rules = new AccessRules(devices.tokens(), devices.forwards(), settings.access());
    this.door = new Door(settings, rules, sessions, log);
    door.whenConfigIsWanted(devices.configurations()::wanted);
    this.broker = Broker.start(settings, door, failure::complete);
    devices.configurations().open(broker::publish);
    this.forwards = startForwards(settings, devices.forwards());
  }

  private ForwardFeed startForwards(BridgeSettings settings, ForwardRights rights) {
    try {
      return ForwardFeed.start(settings, rights, broker::publish, failure::complete);
    } catch (RuntimeException e) {
      broker.stop();
      throw e;
    }
  }

  /** What is known of the devices, and who is told. */
  private record Feed(
      ProfilesFollower profiles,
      KnownDevices devices,
      LiveSessions sessions,
      CompletableFuture<Throwable> failure) {}

  /**
   * Reads every device's profile from Kafka, then opens the listeners, and returns.
   *
   * @throws BridgeFailedException if Kafka cannot be reached, a topic is missing or a port is taken
   */
  public static MqttBridge start(BridgeSettings settings) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    LiveSessions sessions = new LiveSessions();
    KnownDevices devices = KnownDevices.none(sessions);
    ProfilesFollower profiles = ProfilesFollower.start(settings, devices, failure::complete);
    var feed = new Feed(profiles, devices, sessions, failure);
    try {
      return open(settings, feed);
    } catch (RuntimeException e) {
      profiles.close();
      throw e;
    }
  }

  private static MqttBridge open(BridgeSettings settings, Feed feed) {
    KafkaLog log = KafkaLog.open(settings);
    try {
      var bridge = new MqttBridge(settings, feed, log);
      LOGGER.atInfo().addKeyValue("port", bridge.port()).log("the MQTT door is open");
      return bridge;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** The port of plain MQTT. */
  public int port() {
    return broker.port();
  }

  /**
   * The port of MQTT over WebSocket.
   *
   * @throws IllegalStateException if the settings have none
   */
  public int webSocketPort() {
    return broker.webSocketPort();
  }

  /**
   * The port of MQTT over TLS.
   *
   * @throws IllegalStateException if the settings have none
   */
  public int tlsPort() {
    return broker.tlsPort();
  }

  /** How many clients are connected. */
  public int liveSessions() {
    return sessions.count();
  }

  /** Bytes received and not settled by Kafka, an estimate that includes what they cost to keep. */
  public long bytesInFlight() {
    return door.bytesInFlight();
  }

  /** Forwarded batches that went to those who follow devices, since the start. */
  public long forwardsPublished() {
    return forwards.published();
  }

  /** What happened since the start. */
  public BridgeCounters counters() {
    return door.counters();
  }

  /**
   * Completes with the cause when this bridge can no longer do all of its work: the profiles cannot
   * be followed, or a thread of the broker died. Close it then and start another.
   */
  public CompletionStage<Throwable> failure() {
    return failure;
  }

  /**
   * Stops listening, waits until Kafka has settled what is in flight and the clients are answered,
   * disconnects them and ends. Takes some seconds; with Kafka out of reach, its time-out.
   */
  @Override
  public void close() {
    broker.stopListening();
    forwards.close();
    door.settle();
    sessions.cutOffAll();
    broker.stop();
    log.close();
    profiles.close();
    LOGGER.info("the MQTT door is closed");
  }
}
