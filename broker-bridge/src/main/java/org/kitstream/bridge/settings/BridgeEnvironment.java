package org.kitstream.bridge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings from environment variables; the module's README lists them. Unset means default. */
public final class BridgeEnvironment {

  private final Map<String, String> variables;

  private BridgeEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The settings those variables make.
   *
   * @throws IllegalArgumentException naming the variable or setting that is wrong
   */
  public static BridgeSettings settings(Map<String, String> variables) {
    var environment = new BridgeEnvironment(variables);
    BridgeSettings defaults = BridgeSettings.of(environment.required("KAFKA_BOOTSTRAP_SERVERS"));
    return defaults
        .withBridgeId(environment.get("BRIDGE_ID", text -> text, defaults.bridgeId()))
        .withListeners(environment.listeners())
        .withLimits(environment.limits())
        .withClientLimits(environment.clientLimits())
        .withAccess(environment.access())
        .withMonitorPort(environment.find("BRIDGE_MONITOR_PORT", Integer::valueOf).orElse(null));
  }

  private BridgeSettings.Listeners listeners() {
    return new BridgeSettings.Listeners(
        get("MQTT_HOST", text -> text, BridgeSettings.Listeners.DEFAULT.host()),
        get("MQTT_PORT", Integer::valueOf, 1883),
        find("MQTT_WEBSOCKET_PORT", Integer::valueOf).orElse(null),
        tls());
  }

  private BridgeSettings.@Nullable Tls tls() {
    Optional<Path> certificate = find("MQTT_TLS_CERTIFICATE", Path::of);
    if (certificate.isEmpty()) {
      return null;
    }
    return new BridgeSettings.Tls(
        get("MQTT_TLS_PORT", Integer::valueOf, 8883),
        find("MQTT_TLS_WEBSOCKET_PORT", Integer::valueOf).orElse(null),
        certificate.get(),
        Path.of(required("MQTT_TLS_KEY")),
        get("MQTT_TLS_CHECK_SECONDS", BridgeEnvironment::seconds, BridgeSettings.Tls.CHECK_EVERY));
  }

  private BridgeSettings.Limits limits() {
    BridgeSettings.Limits defaults = BridgeSettings.Limits.DEFAULT;
    return new BridgeSettings.Limits(
        get("MQTT_MAX_PACKET_BYTES", Integer::valueOf, defaults.maxPacketBytes()),
        get("MQTT_BYTES_IN_FLIGHT", Long::valueOf, defaults.bytesInFlight()),
        get("MQTT_MAX_CONNECTIONS", Integer::valueOf, defaults.maxConnections()),
        get("KAFKA_TIMEOUT_SECONDS", BridgeEnvironment::seconds, defaults.kafkaTimeout()));
  }

  private ClientLimits clientLimits() {
    ClientLimits defaults = ClientLimits.DEFAULT;
    return new ClientLimits(
        get("MQTT_MAX_CONNECTIONS_PER_ADDRESS", Integer::valueOf, defaults.connectionsPerAddress()),
        get("MQTT_CONNECT_SECONDS", BridgeEnvironment::seconds, defaults.connectPatience()),
        get("MQTT_MAX_KEEP_ALIVE_SECONDS", BridgeEnvironment::seconds, defaults.keepAlive()),
        get("MQTT_MAX_TOPIC_LEVELS", Integer::valueOf, defaults.topicLevels()),
        get("MQTT_DEVICE_MESSAGES_PER_SECOND", Integer::valueOf, defaults.messagesPerSecond()),
        get("MQTT_MAX_SUBSCRIPTIONS", Integer::valueOf, defaults.subscriptions()),
        get(
            "MQTT_STRANGER_EVENTS_PER_MINUTE",
            Integer::valueOf,
            defaults.strangerEventsPerMinute()));
  }

  private BridgeSettings.Access access() {
    BridgeSettings.Access defaults = BridgeSettings.Access.DEFAULT;
    return new BridgeSettings.Access(
        get("MQTT_CLIENT_ID_IS_TOKEN", BridgeEnvironment::flag, defaults.clientIdIsToken()),
        get(
            "MQTT_CLIENT_ID_MUST_MATCH_TOPIC",
            BridgeEnvironment::flag,
            defaults.clientIdMustMatchTopic()));
  }

  private String required(String name) {
    return find(name, text -> text)
        .orElseThrow(() -> new IllegalArgumentException(name + " must be set"));
  }

  private <T> T get(String name, Function<String, T> read, T unset) {
    return find(name, read).orElse(unset);
  }

  private <T> Optional<T> find(String name, Function<String, T> read) {
    String text = variables.get(name);
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(text.strip()));
    } catch (IllegalArgumentException e) { // numbers included
      throw new IllegalArgumentException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }
}
