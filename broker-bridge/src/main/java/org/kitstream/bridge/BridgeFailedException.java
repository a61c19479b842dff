package org.kitstream.bridge;

/** A bridge that could not start, or cannot go on. */
public final class BridgeFailedException extends RuntimeException {

  BridgeFailedException(String message) {
    super(message);
  }

  BridgeFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
