package org.kitstream.bridge.door;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes may be on their way to Kafka at once. Never blocks: who gets none leaves word and
 * is called when half of it is free again. Safe for use by any thread.
 */
final class FlightBudget {

  private final long limit;
  private final AtomicLong taken = new AtomicLong();
  private volatile boolean ended;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  FlightBudget(long limit) {
    this.limit = limit;
  }

  /** Takes that many bytes, all or none. */
  boolean take(int bytes) {
    if (taken.addAndGet(bytes) <= limit && !ended) {
      return true;
    }
    give(bytes);
    return false;
  }

  /** Gives bytes back, once for each {@link #take} that said yes. */
  void give(int bytes) {
    if (taken.addAndGet(-bytes) <= limit / 2) {
      callWaiting();
    }
  }

  /** Nothing more may be taken. */
  void end() {
    ended = true;
  }

  /** Calls that once, on any thread, as soon as it is worth trying again. */
  void whenFree(Runnable retry) {
    waiting.add(retry);
    if (!ended && taken.get() <= limit / 2) {
      callWaiting();
    }
  }

  long taken() {
    return taken.get();
  }

  private void callWaiting() {
    if (ended) {
      return;
    }
    for (int left = waiting.size(); left > 0; left--) {
      Runnable retry = waiting.poll();
      if (retry != null) {
        retry.run();
      }
    }
  }
}
