package org.kitstream.bridge.metrics;

/** Why a connection was not read for a while. */
public enum HeldBack {
  /** A device of it sends more than it may. */
  DEVICE_RATE,
  /** As many bytes are on their way to Kafka as may be. */
  BYTES_IN_FLIGHT,
  /** Too many of its publishes are unanswered. */
  UNANSWERED
}
