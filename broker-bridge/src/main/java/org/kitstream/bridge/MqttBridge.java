package org.kitstream.bridge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.access.AccessRules;
import org.kitstream.bridge.access.ProfilesFollower;
import org.kitstream.bridge.door.Door;
import org.kitstream.bridge.door.LiveSessions;
import org.kitstream.bridge.downlink.ForwardFeed;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.log.KafkaLog;
import org.kitstream.bridge.metrics.BridgeCounters;
import org.kitstream.bridge.metrics.Exposition;
import org.kitstream.bridge.metrics.MonitorServer;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.bridge.settings.ClientLimits;
import org.kitstream.bridge.tls.RenewedCertificate;
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

  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final Deque<Runnable> closing;
  private final LiveSessions sessions;
  private final KnownDevices devices;
  private final ProfilesFollower profiles;
  private final Door door;
  private final @Nullable RenewedCertificate certificate;
  private final Broker broker;
  private final ForwardFeed forwards;
  private final @Nullable MonitorServer monitor;
  private volatile boolean open = true;

  private MqttBridge(BridgeSettings settings, Deque<Runnable> closing) {
    ClientLimits client = settings.clientLimits();
    this.closing = closing;
    this.sessions =
        new LiveSessions(settings.limits().maxConnections(), client.connectionsPerAddress());
    this.devices = KnownDevices.none(sessions, client.messagesPerSecond());
    this.profiles = ProfilesFollower.start(settings, devices, failure::complete);
    closing.push(profiles::close);
    this.door = door(settings);
    BridgeSettings.Tls tls = settings.listeners().tls();
    this.certificate = tls == null ? null : certificate(tls);
    this.broker =
        Broker.start(
            settings, door, certificate == null ? null : certificate.context(), failure::complete);
    closing.push(broker::stop);
    devices.configurations().open(broker::publish);
    this.forwards =
        ForwardFeed.start(settings, devices.forwards(), broker::publish, failure::complete);
    closing.push(forwards::close);
    this.monitor = settings.monitorPort() == null ? null : monitor(settings.monitorPort());
  }

  private Door door(BridgeSettings settings) {
    KafkaLog log = KafkaLog.open(settings);
    closing.push(log::close);
    var rules = new AccessRules(devices.tokens(), devices.forwards(), settings.access());
    var made = new Door(settings, rules, sessions, log);
    made.whenConfigIsWanted(devices.configurations()::wanted);
    return made;
  }

  private RenewedCertificate certificate(BridgeSettings.Tls tls) {
    RenewedCertificate renewed = RenewedCertificate.open(tls);
    closing.push(renewed::close);
    return renewed;
  }

  private MonitorServer monitor(int port) {
    var server =
        MonitorServer.start(
            port, new MonitorServer.Monitored(this::metrics, this::fault, this::unready));
    closing.push(server::close);
    return server;
  }

  /**
   * Reads every device's profile from Kafka, then opens the listeners, and returns.
   *
   * @throws BridgeFailedException if Kafka cannot be reached, a topic is missing, a port is taken
   *     or a certificate cannot be used
   */
  public static MqttBridge start(BridgeSettings settings) {
    Deque<Runnable> closing = new ArrayDeque<>();
    try {
      var bridge = new MqttBridge(settings, closing);
      LOGGER.atInfo().addKeyValue("port", bridge.port()).log("the MQTT door is open");
      return bridge;
    } catch (RuntimeException e) {
      closing.forEach(Runnable::run);
      throw e;
    }
  }

  /** The port of plain MQTT. */
  public int port() {
    return port(Listener.PLAIN);
  }

  /**
   * The port of a listener.
   *
   * @throws IllegalStateException if the settings have none of that kind
   */
  public int port(Listener kind) {
    return broker.port(kind);
  }

  /**
   * The port of metrics and health.
   *
   * @throws IllegalStateException if the settings have none
   */
  public int monitorPort() {
    if (monitor == null) {
      throw new IllegalStateException("the settings have no monitor port");
    }
    return monitor.port();
  }

  /** What the bridge counts, as text for Prometheus; the module's README lists the names. */
  public String metrics() {
    Exposition page = new Exposition();
    door.expose(page);
    page.gauge("devices", "Devices that may publish");
    page.sample(devices.tokens().size());
    devices.configurations().expose(page);
    forwards.expose(page);
    if (certificate != null) {
      certificate.expose(page);
    }
    return page.text();
  }

  private Optional<String> fault() {
    return failure.isDone() ? Optional.of("failed: " + failure.join()) : Optional.empty();
  }

  private Optional<String> unready() {
    if (!open) {
      return Optional.of("closing");
    }
    return profiles.isConnected() ? fault() : Optional.of("no connection to Kafka");
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
    open = false;
    broker.stopListening();
    door.settle();
    sessions.cutOffAll();
    closing.forEach(Runnable::run);
    LOGGER.info("the MQTT door is closed");
  }
}
