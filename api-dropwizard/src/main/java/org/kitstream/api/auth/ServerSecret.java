package org.kitstream.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of the server, from which tokens are derived that it has to show again. */
public final class ServerSecret {

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param secret known to every api node and to nobody else
   */
  public ServerSecret(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
  }

  /** The 64 hexadecimal digits that belong to this purpose, always the same. */
  public String derive(String purpose) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + HMAC, e);
    }
  }
}
