package org.kitstream.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.settings.BridgeSettings;

class TlsRenewalIT {

  private static final TestCertificate OLD = TestCertificate.make("EC");
  private static final TestCertificate NEW = TestCertificate.make("RSA");

  @TempDir Path directory;
  private MqttBridge bridge;

  @BeforeEach
  void open() throws Exception {
    OLD.writeTo(directory);
    bridge = MqttBridge.start(settings());
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  @Test
  void givesNewConnectionsTheNewCertificateAndLetsOldOnesGoOn() throws Exception {
    try (RawClient before = new RawClient(connect()).introduced("before")) {
      NEW.writeTo(directory);

      await().until(() -> NEW.certificate().equals(presented()));
      before.send(MqttMessage.PINGREQ);
      before.expect(MqttMessageType.PINGRESP);
    }
    assertThat(bridge.metrics())
        .contains("tls_renewals_total{outcome=\"in_use\"} 1")
        .contains(
            "expires_seconds " + NEW.certificate().getNotAfter().toInstant().getEpochSecond());
  }

  @Test
  void keepsTheOldCertificateWhileTheNewKeyDoesNotFit() throws Exception {
    TestCertificate.replace(directory.resolve("certificate.pem"), NEW.certificatePem());

    await().untilAsserted(() -> assertThat(failures()).isEqualTo(1));
    assertThat(presented()).isEqualTo(OLD.certificate());

    TestCertificate.replace(directory.resolve("key.pem"), NEW.keyPem());
    await().until(() -> NEW.certificate().equals(presented()));
  }

  @Test
  void keepsTheOldCertificateWhenTheNewOneIsDamaged() throws Exception {
    TestCertificate.replace(
        directory.resolve("certificate.pem"), "-----BEGIN nothing".getBytes(US_ASCII));

    await().untilAsserted(() -> assertThat(failures()).isEqualTo(1));
    assertThat(presented()).isEqualTo(OLD.certificate());
  }

  @Test
  void doesNotStartWithAKeyOfAnotherCertificate() throws Exception {
    TestCertificate.replace(directory.resolve("key.pem"), TestCertificate.make("EC").keyPem());

    assertThatThrownBy(() -> MqttBridge.start(settings()))
        .isInstanceOf(BridgeFailedException.class)
        .hasMessageContaining("does not belong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void speaksTheVersionsOfToday(String version) throws Exception {
    try (SSLSocket socket = connect()) {
      socket.setEnabledProtocols(new String[] {version});

      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
    }
  }

  @Test
  void refusesOlderVersions() throws Exception {
    try (SSLSocket socket = connect()) {
      socket.setEnabledProtocols(new String[] {"TLSv1.1"});

      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
  }

  private Certificate presented() throws IOException {
    try (SSLSocket socket = connect()) {
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  private SSLSocket connect() throws IOException {
    return (SSLSocket)
        TestCertificate.trusting(OLD, NEW)
            .createSocket(InetAddress.getLoopbackAddress(), bridge.port(Listener.TLS));
  }

  private long failures() {
    return MetricsPage.value(bridge.metrics(), "tls_renewals_total{outcome=\"failed\"}");
  }

  private BridgeSettings settings() {
    var tls =
        new BridgeSettings.Tls(
            0,
            null,
            directory.resolve("certificate.pem"),
            directory.resolve("key.pem"),
            Duration.ofMillis(100));
    return BridgeSettings.of(SharedKafka.SERVER.bootstrapServers())
        .withListeners(new BridgeSettings.Listeners("127.0.0.1", 0, null, tls));
  }
}
