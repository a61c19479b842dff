package org.kitstream.contract.json;

/** Bytes that are not the message they should be. */
public final class MalformedMessageException extends RuntimeException {

  MalformedMessageException(Throwable cause) {
    super("not a message of this topic: " + cause.getMessage(), cause);
  }
}
