package org.kitstream.bridge;

import static java.util.Objects.requireNonNull;

import io.moquette.BrokerConstants;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.interception.AbstractInterceptHandler;
import io.moquette.interception.messages.InterceptExceptionMessage;
import io.netty.buffer.Unpooled;
import io.netty.channel.ServerChannel;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.access.AccessRules;
import org.kitstream.bridge.access.Identity;
import org.kitstream.bridge.door.Door;
import org.kitstream.bridge.door.DoorExtension;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.settings.BridgeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moquette, in memory, with the door in front. */
final class Broker {

  private static final Logger LOGGER = LoggerFactory.getLogger(Broker.class);

  private final Server server;
  private final Door door;
  private final BridgeSettings.Listeners listeners;

  private Broker(Server server, Door door, BridgeSettings.Listeners listeners) {
    this.server = server;
    this.door = door;
    this.listeners = listeners;
  }

  /**
   * Opens the listeners.
   *
   * @param tls for the listeners with TLS; null: the settings have none
   * @param onFailure told when a thread of the broker died: its sessions are dead with it
   * @throws BridgeFailedException if a port is taken, or the door is not in place
   */
  static Broker start(
      BridgeSettings settings, Door door, @Nullable SslContext tls, Consumer<Throwable> onFailure) {
    DoorExtension.switchOn();
    Server server = new Server();
    door.whenSessionIsLeft(clientId -> forget(server, clientId));
    try {
      DoorExtension.open(door, () -> start(server, settings, door, tls, onFailure));
      if (door.listeners().isEmpty()) {
        throw new BridgeFailedException(
            "Netty ran in this JVM before the bridge without its hook;"
                + " start the JVM with -Dio.netty.bootstrap.extensions=serviceload");
      }
      return new Broker(server, door, settings.listeners());
    } catch (RuntimeException e) {
      server.stopServer();
      throw e instanceof BridgeFailedException
          ? e
          : new BridgeFailedException(
              "the broker did not start at " + settings.listeners() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The port of a listener.
   *
   * @throws IllegalStateException if the settings have none of that kind
   */
  int port(Listener kind) {
    int place = Listener.opened(listeners).indexOf(kind);
    if (place < 0) {
      throw new IllegalStateException("the settings have no listener " + kind);
    }
    return ((InetSocketAddress) door.listeners().get(place).localAddress()).getPort();
  }

  /** See {@link org.kitstream.bridge.downlink.Outlet}. */
  CompletableFuture<Boolean> publish(String topic, byte[] payload, MqttQoS qos) {
    MqttPublishMessage message =
        MqttMessageBuilders.publish()
            .topicName(topic)
            .qos(qos)
            .messageId(1)
            .payload(Unpooled.wrappedBuffer(payload))
            .build();
    var routed = server.internalPublish(message, "kitstream");
    return routed.completableFuture().thenApply(done -> routed.isAllSuccess());
  }

  private static void forget(Server server, String clientId) {
    try {
      server.disconnectAndPurgeClientState(clientId);
    } catch (RuntimeException e) { // it is doing so itself at this moment
      LOGGER.debug("a session was ended twice", e);
    }
  }

  /** Takes no more connections. */
  void stopListening() {
    for (ServerChannel listener : door.listeners()) {
      listener.close().awaitUninterruptibly();
    }
  }

  void stop() {
    server.stopServer();
  }

  private static void start(
      Server server,
      BridgeSettings settings,
      Door door,
      @Nullable SslContext tls,
      Consumer<Throwable> onFailure) {
    AccessRules rules = door.rules();
    try {
      server.startServer(
          new MemoryConfig(properties(settings, door.mostCommands())),
          List.of(new LoopWatch(onFailure)),
          () -> requireNonNull(tls, "no TLS listener was asked for"),
          (clientId, userName, password) -> rules.mayConnect(new Identity(clientId, userName)),
          rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties properties(BridgeSettings settings, long mostCommands) {
    BridgeSettings.Listeners listeners = settings.listeners();
    BridgeSettings.Limits limits = settings.limits();
    Properties properties = new Properties();
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, listeners.host());
    properties.setProperty(IConfig.PORT_PROPERTY_NAME, String.valueOf(listeners.port()));
    if (listeners.webSocketPort() != null) {
      properties.setProperty(
          IConfig.WEB_SOCKET_PORT_PROPERTY_NAME, String.valueOf(listeners.webSocketPort()));
    }
    if (listeners.tls() != null) {
      properties.setProperty(
          IConfig.SSL_PORT_PROPERTY_NAME, String.valueOf(listeners.tls().port()));
      if (listeners.tls().webSocketPort() != null) {
        properties.setProperty(
            IConfig.WSS_PORT_PROPERTY_NAME, String.valueOf(listeners.tls().webSocketPort()));
      }
    }
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
    properties.setProperty(BrokerConstants.ALLOW_ZERO_BYTE_CLIENT_ID_PROPERTY_NAME, "true");
    properties.setProperty(IConfig.PERSISTENT_CLIENT_EXPIRATION_PROPERTY_NAME, "7d");
    properties.setProperty(
        IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, String.valueOf(limits.maxPacketBytes()));
    properties.setProperty(BrokerConstants.NETTY_NATIVE_PROPERTY_NAME, "true");
    properties.setProperty(BrokerConstants.NETTY_SO_BACKLOG_PROPERTY_NAME, "1024");
    // A full queue would drop a publish, or the end of a session, for good: it holds all of both.
    properties.setProperty(IConfig.SESSION_QUEUE_SIZE, String.valueOf(mostCommands));
    return properties;
  }

  /** Learns of the death of a session thread; the broker starts no other in its place. */
  private static final class LoopWatch extends AbstractInterceptHandler {

    private final Consumer<Throwable> onFailure;

    LoopWatch(Consumer<Throwable> onFailure) {
      this.onFailure = onFailure;
    }

    @Override
    public String getID() {
      return "session-loop-watch";
    }

    @Override
    public Class<?>[] getInterceptedMessageTypes() {
      return new Class<?>[] {InterceptExceptionMessage.class};
    }

    @Override
    public void onSessionLoopError(Throwable error) {
      onFailure.accept(error);
    }
  }
}
