package org.kitstream.api.raw;

/** Kafka did not take a record in time. Some of the others may have been taken. */
public final class NotDeliveredException extends Exception {
  NotDeliveredException(Throwable cause) {
    super("Kafka did not take a record", cause);
  }
}
