package org.kitstream.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.topic.Topic;

class TlsIT {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path directory;

  @Test
  void guardsTheTlsListenerJustTheSame() throws Exception {
    long device = SharedKafka.nextDevice();
    SharedKafka.KITS.register(device, "ff0001");
    KeyStore identity = selfSigned();
    var tls = new BridgeSettings.Tls(0, certificate(identity), key(identity));
    var settings =
        BridgeSettings.of(SharedKafka.SERVER.bootstrapServers())
            .withListeners(new BridgeSettings.Listeners("127.0.0.1", 0, null, tls));

    try (MqttBridge bridge = MqttBridge.start(settings);
        RawClient client = connect(bridge.tlsPort(), identity)) {
      client.send(RawClient.connect("ff0001").build());
      client.expect(MqttMessageType.CONNACK);
      client.send(
          RawClient.publish(
              MqttQoS.AT_LEAST_ONCE, 1, "device/sck/ff0001/readings/raw", "over TLS"));
      client.expect(MqttMessageType.PUBACK, 1);
    }

    assertThat(SharedKafka.KITS.payloads(Topic.READINGS_RAW, String.valueOf(device)))
        .containsExactly("over TLS");
  }

  private static RawClient connect(int port, KeyStore trusted)
      throws GeneralSecurityException, IOException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore roots = KeyStore.getInstance("PKCS12");
    try {
      roots.load(null, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    roots.setCertificateEntry("door", trusted.getCertificate("door"));
    trust.init(roots);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return new RawClient(
        context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port));
  }

  /** Made by the JDK's own keytool: the JDK has no public interface for it. */
  private KeyStore selfSigned() throws Exception {
    Path store = directory.resolve("door.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "door",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore identity = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      identity.load(in, PASSWORD);
    }
    return identity;
  }

  private Path certificate(KeyStore identity) throws Exception {
    return pem("CERTIFICATE", identity.getCertificate("door").getEncoded());
  }

  private Path key(KeyStore identity) throws Exception {
    return pem(
        "PRIVATE KEY", Objects.requireNonNull(identity.getKey("door", PASSWORD)).getEncoded());
  }

  private Path pem(String kind, byte[] content) throws IOException {
    String text =
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
            + "\n-----END "
            + kind
            + "-----\n";
    return Files.write(directory.resolve(kind.replace(' ', '-') + ".pem"), text.getBytes(US_ASCII));
  }
}
