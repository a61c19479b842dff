package org.kitstream.bridge.log;

/** A bridge that could not start, or cannot go on. */
public final class BridgeFailedException extends RuntimeException {

  /** Says what is wrong. */
  public BridgeFailedException(String message) {
    super(message);
  }

  /** Says what is wrong, and why. */
  public BridgeFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
