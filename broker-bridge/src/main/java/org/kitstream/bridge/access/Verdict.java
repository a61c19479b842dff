package org.kitstream.bridge.access;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What becomes of one publish: stored under an address, or refused. */
public sealed interface Verdict {

  /**
   * Taken; this is where it is stored.
   *
   * @param headers those that every such record has
   * @param rate how much of the device is let through; null: it is a stranger's, known by nothing
   *     but its address
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to Kafka as it is; verdicts are never compared
  record Admitted(String kafkaTopic, byte[] key, List<Header> headers, @Nullable Rate rate)
      implements Verdict {}

  /** Not taken, never acknowledged as stored. */
  enum Refused implements Verdict {
    NO_SUCH_TOPIC,
    NOT_YOUR_TOKEN,
    UNKNOWN_TOKEN,
    TOO_MANY_LEVELS,
    OVER_RATE
  }
}
