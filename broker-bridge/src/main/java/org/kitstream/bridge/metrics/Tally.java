package org.kitstream.bridge.metrics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.kitstream.bridge.access.Verdict;

/** The running counters of a bridge. Safe for use by any thread. */
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
  public final LongAdder subscriptionsRefused = new LongAdder();

  private final Map<Verdict.Refused, LongAdder> refused = adders(Verdict.Refused.class);
  private final Map<Ended, LongAdder> ended = adders(Ended.class);
  private final Map<HeldBack, LongAdder> heldBack = adders(HeldBack.class);

  /** Counts a publish that was refused, in its flow too. */
  public void refused(Flow flow, Verdict.Refused why) {
    flow.refused.increment();
    adder(refused, why).increment();
  }

  /** Counts a connection that the door ended. */
  public void ended(Ended why) {
    adder(ended, why).increment();
  }

  /** Counts a pause in the reading of a connection. */
  public void heldBack(HeldBack why) {
    adder(heldBack, why).increment();
  }

  /** The counters that {@code received = forwarded + refused + failed} is about. */
  public BridgeCounters snapshot() {
    return new BridgeCounters(
        acknowledged.snapshot(), unacknowledged.snapshot(), repeats.sum(), sum(ended.values()));
  }

  /** Writes all of them. */
  public void expose(Exposition page) {
    page.counter("publishes_received_total", "Publishes taken off the wire");
    page.sample("acknowledged", "true", acknowledged.received.sum());
    page.sample("acknowledged", "false", unacknowledged.received.sum());
    page.counter("publishes_stored_total", "Publishes that Kafka has stored");
    page.sample("acknowledged", "true", acknowledged.forwarded.sum());
    page.sample("acknowledged", "false", unacknowledged.forwarded.sum());
    page.counter("publishes_failed_total", "Publishes that Kafka did not store in time");
    page.sample("acknowledged", "true", acknowledged.failed.sum());
    page.sample("acknowledged", "false", unacknowledged.failed.sum());
    page.counter("publishes_repeated_total", "QoS 2 publishes that were stored before");
    page.sample(repeats.sum());
    page.counter("publishes_refused_total", "Publishes that were refused");
    page.samples("reason", refused);
    page.counter("subscriptions_refused_total", "Subscriptions that were refused");
    page.sample(subscriptionsRefused.sum());
    page.counter("connections_ended_total", "Connections that the door refused or ended");
    page.samples("reason", ended);
    page.counter("reading_paused_total", "Pauses in the reading of a connection");
    page.samples("reason", heldBack);
  }

  private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> reasons) {
    Map<E, LongAdder> adders = new EnumMap<>(reasons);
    for (E reason : reasons.getEnumConstants()) {
      adders.put(reason, new LongAdder());
    }
    return adders;
  }

  private static <E> LongAdder adder(Map<E, LongAdder> adders, E reason) {
    LongAdder adder = adders.get(reason);
    if (adder == null) {
      throw new IllegalStateException("no counter for " + reason);
    }
    return adder;
  }

  private static long sum(Collection<LongAdder> adders) {
    return adders.stream().mapToLong(LongAdder::sum).sum();
  }
}
