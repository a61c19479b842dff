package org.kitstream.api.devices;

import java.security.SecureRandom;

/** The token with which a kit publishes: short, because its firmware shows and stores six. */
public final class DeviceToken {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private DeviceToken() {}

  /** A random token; one in two thousand million, so a collision has to be reckoned with. */
  public static String random() {
    StringBuilder token = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      token.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return token.toString();
  }
}
