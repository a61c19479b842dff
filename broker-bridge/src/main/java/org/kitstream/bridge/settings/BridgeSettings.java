package org.kitstream.bridge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one bridge runs. {@link #of} has every default; the {@code with…} methods change one group.
 *
 * @param bootstrapServers where Kafka is: {@code host:port[,host:port…]}
 * @param bridgeId names this bridge in message ids, at most 64 letters, digits, {@code -} and
 *     {@code _}; two bridges that run at once must not share one
 * @param monitorPort metrics and health over HTTP, on the loopback address only; 0: any free port;
 *     null: none
 */
public record BridgeSettings(
    String bootstrapServers,
    String bridgeId,
    Listeners listeners,
    Limits limits,
    ClientLimits clientLimits,
    Access access,
    @Nullable Integer monitorPort) {

  public BridgeSettings {
    require(!bootstrapServers.isBlank(), "bootstrapServers", "must not be empty");
    require(bridgeId.matches("[A-Za-z0-9_-]{1,64}"), "bridgeId", "must be 1..64 of A-Za-z0-9_-");
    if (monitorPort != null) {
      requirePort(monitorPort, "monitorPort");
    }
  }

  /**
   * Where kits connect.
   *
   * @param port plain MQTT; 0: any free port
   * @param webSocketPort MQTT over WebSocket at path {@code /mqtt}; 0: any free port; null: none
   * @param tls MQTT over TLS; null: none
   */
  public record Listeners(
      String host, int port, @Nullable Integer webSocketPort, @Nullable Tls tls) {

    public static final Listeners DEFAULT = new Listeners("127.0.0.1", 0, null, null);

    public Listeners {
      require(!host.isBlank(), "host", "must not be empty");
      requirePort(port, "port");
      if (webSocketPort != null) {
        requirePort(webSocketPort, "webSocketPort");
      }
    }
  }

  /**
   * What TLS takes. The files are read again while the bridge runs: new connections get the new
   * certificate, unless the files do not fit together.
   *
   * @param port MQTT over TLS; 0: any free port
   * @param webSocketPort MQTT over WebSocket over TLS; 0: any free port; null: none
   * @param certificate PEM file: the certificate and its chain
   * @param key PEM file: the private key, PKCS#8, not encrypted; RSA or EC
   * @param checkEvery how often the files are looked at; 100 ms to 1 h
   */
  public record Tls(
      int port, @Nullable Integer webSocketPort, Path certificate, Path key, Duration checkEvery) {

    public static final Duration CHECK_EVERY = Duration.ofSeconds(10);

    public Tls {
      requirePort(port, "tls port");
      if (webSocketPort != null) {
        requirePort(webSocketPort, "tls webSocketPort");
      }
      require(
          checkEvery.toMillis() >= 100 && checkEvery.toMillis() <= 3_600_000,
          "tls checkEvery",
          "must be 100 ms to 1 h");
    }
  }

  /**
   * What the bridge takes on.
   *
   * @param maxPacketBytes largest MQTT packet, 128 bytes to 1 MiB; a larger one ends its connection
   * @param bytesInFlight received but not yet settled by Kafka, over all connections; past it the
   *     bridge stops reading; 64 KiB (and four packets) to 1 GiB
   * @param maxConnections open at once; one more is closed at once
   * @param kafkaTimeout a publish that is not stored by then ends its connection; at least 1 s
   */
  public record Limits(
      int maxPacketBytes, long bytesInFlight, int maxConnections, Duration kafkaTimeout) {

    public static final Limits DEFAULT =
        new Limits(16 * 1024, 32L * 1024 * 1024, 15_000, Duration.ofSeconds(10));

    public Limits {
      require(
          maxPacketBytes >= 128 && maxPacketBytes <= 1024 * 1024,
          "maxPacketBytes",
          "must be 128 bytes to 1 MiB");
      require(
          bytesInFlight >= Math.max(65_536, 4L * maxPacketBytes) && bytesInFlight <= 1L << 30,
          "bytesInFlight",
          "must be at least 64 KiB and four packets, and at most 1 GiB");
      require(
          maxConnections >= 1 && maxConnections <= 1_000_000,
          "maxConnections",
          "must be 1 to 1,000,000");
      require(
          kafkaTimeout.toMillis() >= 1_000 && kafkaTimeout.toMillis() <= 120_000,
          "kafkaTimeout",
          "must be 1 s to 2 min");
    }
  }

  /**
   * Who may publish.
   *
   * @param clientIdIsToken a client id that is a device's token proves that device, as firmware
   *     expects; off: only a user name does
   * @param clientIdMustMatchTopic a client that proves nothing may publish only under the token
   *     that is its client id
   */
  public record Access(boolean clientIdIsToken, boolean clientIdMustMatchTopic) {

    public static final Access DEFAULT = new Access(true, false);
  }

  /** The defaults, with a random bridge id. */
  public static BridgeSettings of(String bootstrapServers) {
    return new BridgeSettings(
        bootstrapServers,
        UUID.randomUUID().toString(),
        Listeners.DEFAULT,
        Limits.DEFAULT,
        ClientLimits.DEFAULT,
        Access.DEFAULT,
        null);
  }

  /** These settings under another id. */
  public BridgeSettings withBridgeId(String newId) {
    return new BridgeSettings(
        bootstrapServers, newId, listeners, limits, clientLimits, access, monitorPort);
  }

  /** These settings with other listeners. */
  public BridgeSettings withListeners(Listeners newListeners) {
    return new BridgeSettings(
        bootstrapServers, bridgeId, newListeners, limits, clientLimits, access, monitorPort);
  }

  /** These settings with other limits. */
  public BridgeSettings withLimits(Limits newLimits) {
    return new BridgeSettings(
        bootstrapServers, bridgeId, listeners, newLimits, clientLimits, access, monitorPort);
  }

  /** These settings with other limits for one client. */
  public BridgeSettings withClientLimits(ClientLimits newLimits) {
    return new BridgeSettings(
        bootstrapServers, bridgeId, listeners, limits, newLimits, access, monitorPort);
  }

  /** These settings with another rule of access. */
  public BridgeSettings withAccess(Access newAccess) {
    return new BridgeSettings(
        bootstrapServers, bridgeId, listeners, limits, clientLimits, newAccess, monitorPort);
  }

  /** These settings with another port for metrics and health. */
  public BridgeSettings withMonitorPort(@Nullable Integer newPort) {
    return new BridgeSettings(
        bootstrapServers, bridgeId, listeners, limits, clientLimits, access, newPort);
  }

  private static void requirePort(int port, String name) {
    require(port >= 0 && port <= 65_535, name, "must be 0 to 65535");
  }

  private static void require(boolean holds, String name, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + rule);
    }
  }
}
