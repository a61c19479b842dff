package org.kitstream.ops.load;

import org.jspecify.annotations.Nullable;

/**
 * What the connections of a {@link MqttPublisher} say, and what becomes of it. Called by the thread
 * that runs the publisher only, so it may keep state without locks; it must not block.
 */
public interface Script {

  /** How a connection calls itself, each time it connects. */
  String clientId(int connection);

  /** The next publish of a connection; null: none now, ask again in some milliseconds. */
  @Nullable Message next(int connection);

  /**
   * A publish is acknowledged. One that was sent again after a lost connection comes once.
   *
   * @param afterNanos since it was last sent
   */
  void acknowledged(int connection, Message message, long afterNanos);

  /** A connection is refused or lost; it is made again, and what was unanswered is sent again. */
  default void lost(int connection) {}
}
