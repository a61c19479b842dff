package org.kitstream.bridge;

import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.kitstream.bridge.settings.BridgeSettings.Listeners;
import org.kitstream.bridge.settings.BridgeSettings.Tls;

/** All four listeners of a bridge, and clients for each. */
final class Doors {

  private static final TestCertificate CERTIFICATE = TestCertificate.make("EC");
  private static final SSLSocketFactory TRUSTING = TestCertificate.trusting(CERTIFICATE);

  private Doors() {}

  /** Settings that open every listener on a free port. */
  static Listeners all() {
    try {
      Path directory = Files.createTempDirectory("doors");
      CERTIFICATE.writeTo(directory);
      var tls =
          new Tls(
              0,
              0,
              directory.resolve("certificate.pem"),
              directory.resolve("key.pem"),
              Tls.CHECK_EVERY);
      return new Listeners("127.0.0.1", 0, 0, tls);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A client at that listener that has said nothing yet. */
  static RawClient open(MqttBridge bridge, Listener listener) throws IOException {
    return open(bridge.port(listener), listener);
  }

  static RawClient open(int port, Listener listener) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    return switch (listener) {
      case PLAIN -> new RawClient(new Socket(here, port));
      case TLS -> new RawClient(TRUSTING.createSocket(here, port));
      case WEB_SOCKET -> new RawClient(WebSocket.upgrade(new Socket(here, port)));
      case TLS_WEB_SOCKET -> new RawClient(WebSocket.upgrade(TRUSTING.createSocket(here, port)));
    };
  }

  /** Whether the bridge hangs up before it has heard a word. */
  static boolean isTurnedAway(MqttBridge bridge, Listener listener) {
    try (RawClient client = open(bridge, listener)) {
      return client.isHungUpWithin(Duration.ofSeconds(2));
    } catch (IOException e) {
      return true; // in the midst of the handshake of TLS or the WebSocket
    }
  }

  /** Somebody else's client for that listener, not yet connected. */
  static Mqtt3BlockingClient client(MqttBridge bridge, Listener listener, String clientId) {
    var client =
        Mqtt3Client.builder()
            .identifier(clientId)
            .serverHost("127.0.0.1")
            .serverPort(bridge.port(listener));
    if (listener == Listener.WEB_SOCKET || listener == Listener.TLS_WEB_SOCKET) {
      client = client.webSocketConfig().serverPath("mqtt").applyWebSocketConfig();
    }
    if (listener == Listener.TLS || listener == Listener.TLS_WEB_SOCKET) {
      client =
          client
              .sslConfig()
              .trustManagerFactory(TestCertificate.trust(CERTIFICATE))
              .hostnameVerifier((host, session) -> true)
              .applySslConfig();
    }
    return client.buildBlocking();
  }
}
