package org.kitstream.api.raw;

/** Kafka does not take what somebody wants to send; the same may succeed later. */
public final class StreamUnavailableException extends RuntimeException {
  public StreamUnavailableException(Throwable cause) {
    super("the stream does not take readings now", cause);
  }
}
