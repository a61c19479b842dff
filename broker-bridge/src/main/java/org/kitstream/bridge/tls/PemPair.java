package org.kitstream.bridge.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate with its chain, and the private key that belongs to it.
 *
 * @param chain the certificate first; not empty
 */
record PemPair(List<X509Certificate> chain, PrivateKey key) {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");
  private static final byte[] CHALLENGE = "do you belong together?".getBytes(US_ASCII);

  /**
   * Reads both, and lets the key sign what the certificate then verifies.
   *
   * @throws GeneralSecurityException if one cannot be read, or they do not belong together
   */
  static PemPair of(byte[] certificate, byte[] key) throws GeneralSecurityException {
    List<X509Certificate> chain = new ArrayList<>();
    for (var one :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(certificate))) {
      chain.add((X509Certificate) one);
    }
    if (chain.isEmpty()) {
      throw new GeneralSecurityException("the certificate file holds no certificate");
    }
    PublicKey open = chain.get(0).getPublicKey();
    PemPair pair = new PemPair(List.copyOf(chain), privateKey(key, open.getAlgorithm()));
    pair.requireFit(open);
    return pair;
  }

  /** When the certificate ends. */
  @SuppressWarnings("JavaUtilDate") // X509Certificate has no other way to say it
  Instant expiresAt() {
    return chain.get(0).getNotAfter().toInstant();
  }

  private static PrivateKey privateKey(byte[] pem, String algorithm)
      throws GeneralSecurityException {
    Matcher found = KEY.matcher(new String(pem, US_ASCII));
    if (!found.find()) {
      throw new GeneralSecurityException("the key file holds no unencrypted PKCS#8 key");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(found.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("the key file is damaged", e);
    }
  }

  private void requireFit(PublicKey open) throws GeneralSecurityException {
    String algorithm = SIGNATURES.get(open.getAlgorithm());
    if (algorithm == null) {
      throw new GeneralSecurityException("only RSA and EC keys are supported");
    }
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(CHALLENGE);
    byte[] signed = signature.sign();
    signature.initVerify(open);
    signature.update(CHALLENGE);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("the key does not belong to the certificate");
    }
  }
}
