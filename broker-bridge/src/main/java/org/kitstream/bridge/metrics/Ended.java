package org.kitstream.bridge.metrics;

/** Why the door ended a connection, or did not let it become a session. */
public enum Ended {
  /** The bridge has as many as it takes. */
  TOO_MANY,
  /** Its address has as many as one may. */
  TOO_MANY_OF_ADDRESS,
  /** It was no session in time. */
  TOO_SLOW,
  /** Its CONNECT was refused: a revoked token, a last will, a name that is a pattern. */
  NOT_ALLOWED,
  /** It broke the protocol: malformed, too large, out of turn. */
  MALFORMED
}
