package org.kitstream.bridge.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.metrics.Exposition;
import org.kitstream.bridge.settings.BridgeSettings.Tls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of the TLS listeners, read again when its files change. Their content is
 * compared, not their dates: renewals swap links and copy with dates of the past. New files that do
 * not fit together are left alone, since a renewal may be half done, and told in log and metrics.
 */
public final class RenewedCertificate implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(RenewedCertificate.class);

  private final Tls files;
  private final SwitchedSslContext context;
  private final LongAdder renewed = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final ScheduledExecutorService checks =
      Executors.newSingleThreadScheduledExecutor(RenewedCertificate::thread);

  private Content seen;
  private volatile Instant expiresAt;

  private RenewedCertificate(Tls files, Content first, PemPair pair)
      throws GeneralSecurityException, IOException {
    this.files = files;
    this.seen = first;
    this.expiresAt = pair.expiresAt();
    this.context = new SwitchedSslContext(context(pair));
  }

  /**
   * Reads the files, and goes on looking at them.
   *
   * @throws BridgeFailedException if they cannot be used
   */
  public static RenewedCertificate open(Tls files) {
    try {
      Content first = Content.of(files);
      RenewedCertificate certificate = new RenewedCertificate(files, first, first.pair());
      long pause = files.checkEvery().toMillis();
      var unused =
          certificate.checks.scheduleWithFixedDelay(
              certificate::check, pause, pause, TimeUnit.MILLISECONDS);
      return certificate;
    } catch (IOException | GeneralSecurityException e) {
      throw new BridgeFailedException("cannot use the certificate or key: " + e.getMessage(), e);
    }
  }

  /** What gives each new connection the certificate of the hour. */
  public SslContext context() {
    return context;
  }

  /** Writes how the renewals went. */
  public void expose(Exposition page) {
    page.counter("tls_renewals_total", "Changes of the certificate files");
    page.sample("outcome", "in_use", renewed.sum());
    page.sample("outcome", "failed", failed.sum());
    page.gauge("tls_certificate_expires_seconds", "When the certificate ends, in Unix time");
    page.sample(expiresAt.getEpochSecond());
  }

  @Override
  public void close() {
    checks.shutdownNow();
  }

  private void check() {
    try {
      Content now = Content.of(files);
      if (!now.isSameAs(seen)) {
        seen = now;
        renew(now);
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      failed.increment();
      LOGGER.atWarn().setCause(e).log("kept the old certificate: the new files cannot be used");
    }
  }

  private void renew(Content content) throws GeneralSecurityException, IOException {
    PemPair pair = content.pair();
    context.switchTo(context(pair));
    expiresAt = pair.expiresAt();
    renewed.increment();
    LOGGER.atInfo().addKeyValue("expires", expiresAt).log("renewed the certificate");
  }

  private static SslContext context(PemPair pair) throws IOException {
    return SslContextBuilder.forServer(pair.key(), pair.chain().toArray(X509Certificate[]::new))
        .sslProvider(SslProvider.JDK)
        .protocols("TLSv1.3", "TLSv1.2")
        .build();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bridge-certificate");
    thread.setDaemon(true);
    return thread;
  }

  /** What is in the two files. */
  @SuppressWarnings("ArrayRecordComponent") // compared by isSameAs only
  private record Content(byte[] certificate, byte[] key) {

    static Content of(Tls files) throws IOException {
      return new Content(Files.readAllBytes(files.certificate()), Files.readAllBytes(files.key()));
    }

    PemPair pair() throws GeneralSecurityException {
      return PemPair.of(certificate, key);
    }

    boolean isSameAs(Content other) {
      return Arrays.equals(certificate, other.certificate) && Arrays.equals(key, other.key);
    }
  }
}
