package org.kitstream.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate, made by the JDK's own keytool: the JDK has no interface for it. */
final class TestCertificate {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore store;

  private TestCertificate(KeyStore store) {
    this.store = store;
  }

  /** Makes one, which takes a second. */
  static TestCertificate make(String algorithm) {
    try {
      Path directory = Files.createTempDirectory("certificate");
      Path file = directory.resolve("door.p12");
      runKeytool(algorithm, file);
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(directory);
      return new TestCertificate(store);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  X509Certificate certificate() {
    try {
      return (X509Certificate) store.getCertificate("door");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  byte[] certificatePem() throws GeneralSecurityException {
    return pem("CERTIFICATE", certificate().getEncoded());
  }

  byte[] keyPem() throws GeneralSecurityException {
    return pem("PRIVATE KEY", Objects.requireNonNull(store.getKey("door", PASSWORD)).getEncoded());
  }

  /** Writes both files, each in one go. */
  void writeTo(Path directory) throws IOException, GeneralSecurityException {
    replace(directory.resolve("key.pem"), keyPem());
    replace(directory.resolve("certificate.pem"), certificatePem());
  }

  /** Makes sockets that trust these certificates and no other. */
  static SSLSocketFactory trusting(TestCertificate... trusted) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust(trusted).getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Trusts these certificates and no other. */
  static TrustManagerFactory trust(TestCertificate... trusted) {
    try {
      KeyStore roots = KeyStore.getInstance("PKCS12");
      roots.load(null, null);
      for (TestCertificate one : trusted) {
        roots.setCertificateEntry("door" + roots.size(), one.certificate());
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(roots);
      return trust;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static void replace(Path file, byte[] content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(next, content);
    Files.move(next, file, ATOMIC_MOVE);
  }

  private static void runKeytool(String algorithm, Path file) throws IOException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "door",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    try {
      if (keytool.waitFor() != 0) {
        throw new AssertionError(new String(keytool.getInputStream().readAllBytes(), US_ASCII));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static byte[] pem(String kind, byte[] content) {
    String text =
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
            + "\n-----END "
            + kind
            + "-----\n";
    return text.getBytes(US_ASCII);
  }
}
