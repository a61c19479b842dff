package org.kitstream.bridge;

import java.util.concurrent.atomic.LongAdder;

/** The running counters behind {@link BridgeCounters}. Safe for use by any thread. */
final class Tally {

  /** The counters of one kind of publish. */
  static final class Flow {
    final LongAdder received = new LongAdder();
    final LongAdder forwarded = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder failed = new LongAdder();

    private BridgeCounters.Flow snapshot() {
      return new BridgeCounters.Flow(received.sum(), forwarded.sum(), refused.sum(), failed.sum());
    }
  }

  final Flow acknowledged = new Flow();
  final Flow unacknowledged = new Flow();
  final LongAdder repeats = new LongAdder();
  final LongAdder connectionsRefused = new LongAdder();

  BridgeCounters snapshot() {
    return new BridgeCounters(
        acknowledged.snapshot(),
        unacknowledged.snapshot(),
        repeats.sum(),
        connectionsRefused.sum());
  }
}
