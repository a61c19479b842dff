package org.kitstream.bridge.metrics;

import java.util.concurrent.atomic.LongAdder;

/** The running counters behind {@link BridgeCounters}. Safe for use by any thread. */
public final class Tally {

  /** The counters of one kind of publish. */
  public static final class Flow {
    public final LongAdder received = new LongAdder();
    public final LongAdder forwarded = new LongAdder();
    public final LongAdder refused = new LongAdder();
    public final LongAdder failed = new LongAdder();

    private BridgeCounters.Flow snapshot() {
      return new BridgeCounters.Flow(received.sum(), forwarded.sum(), refused.sum(), failed.sum());
    }
  }

  public final Flow acknowledged = new Flow();
  public final Flow unacknowledged = new Flow();
  public final LongAdder repeats = new LongAdder();
  public final LongAdder connectionsRefused = new LongAdder();

  /** All of them, now. */
  public BridgeCounters snapshot() {
    return new BridgeCounters(
        acknowledged.snapshot(),
        unacknowledged.snapshot(),
        repeats.sum(),
        connectionsRefused.sum());
  }
}
