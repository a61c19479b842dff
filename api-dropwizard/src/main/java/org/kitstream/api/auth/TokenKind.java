package org.kitstream.api.auth;

import java.util.Locale;

/** What a token is for. */
public enum TokenKind {
  /** What a login answers with: one per user, good until revoked. */
  LOGIN(64),
  /** The older "HTTP token" of scripts: one per user. */
  API(40);

  private final int length;

  TokenKind(int length) {
    this.length = length;
  }

  /** Hexadecimal digits. */
  int length() {
    return length;
  }

  /** The name in the database. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
