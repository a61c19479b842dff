package org.kitstream.ops.box;

/** Why a box cannot run. The message is one sentence for the person who started it. */
public final class BoxException extends RuntimeException {

  public BoxException(String message) {
    super(message);
  }

  public BoxException(String message, Throwable cause) {
    super(message, cause);
  }
}
