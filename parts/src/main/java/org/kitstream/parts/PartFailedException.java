package org.kitstream.parts;

/** A server that cannot be had or does not come up. The message is one sentence for a person. */
public final class PartFailedException extends RuntimeException {

  public PartFailedException(String message) {
    super(message);
  }

  public PartFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
