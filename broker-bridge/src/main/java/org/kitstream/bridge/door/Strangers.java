package org.kitstream.bridge.door;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kitstream.bridge.access.Rate;
import org.kitstream.bridge.metrics.Exposition;

/**
 * Who publishes without a token that is known, by address: how much of it is let through, and how
 * often it was refused. Remembers a bounded number of addresses; the one that was silent longest
 * goes first. Safe for use by any thread.
 */
final class Strangers {

  private static final int MAX_ADDRESSES = 10_000;
  private static final int SHOWN = 10;

  private final int eventsPerMinute;
  private final Map<InetAddress, Stranger> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Stranger> eldest) {
          return size() > MAX_ADDRESSES;
        }
      };

  private long refused;

  Strangers(int eventsPerMinute) {
    this.eventsPerMinute = eventsPerMinute;
  }

  private static final class Stranger {
    private final Rate events;
    private long refused;

    Stranger(Rate events) {
      this.events = events;
    }
  }

  /** Whether an event from there is let through. */
  synchronized boolean mayReport(InetAddress from) {
    return at(from).events.take(System.nanoTime()) == 0;
  }

  /** Counts a publish under a token that nobody has. */
  synchronized void usedUnknownToken(InetAddress from) {
    refused++;
    at(from).refused++;
  }

  /** Writes the sum, and the addresses that come most often. */
  synchronized void expose(Exposition page) {
    page.counter("unknown_token_publishes_total", "Publishes under a token that nobody has");
    page.sample(refused);
    page.gauge("stranger_addresses", "Addresses remembered for publishes without a known token");
    page.sample(byAddress.size());
    page.gauge("unknown_token_publishes", "The same by address: those with the most");
    List<Map.Entry<InetAddress, Stranger>> most =
        byAddress.entrySet().stream()
            .filter(entry -> entry.getValue().refused > 0)
            .sorted(Comparator.comparingLong(entry -> -entry.getValue().refused))
            .limit(SHOWN)
            .toList();
    for (Map.Entry<InetAddress, Stranger> one : most) {
      page.sample("address", one.getKey().getHostAddress(), one.getValue().refused);
    }
  }

  private Stranger at(InetAddress from) {
    return byAddress.computeIfAbsent(
        from, address -> new Stranger(Rate.perMinute(eventsPerMinute)));
  }
}
