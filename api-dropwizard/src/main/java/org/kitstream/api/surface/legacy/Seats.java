package org.kitstream.api.surface.legacy;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** How many connections there are, in all and of each address. Thread-safe. */
final class Seats {

  private final int most;
  private final int mostOfOne;
  private final Map<InetAddress, Integer> taken = new HashMap<>();
  private int all;

  Seats(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** Takes a seat, if the address may have one. */
  synchronized boolean take(InetAddress address) {
    int ofOne = taken.getOrDefault(address, 0);
    if (all >= most || ofOne >= mostOfOne) {
      return false;
    }
    all++;
    taken.put(address, ofOne + 1);
    return true;
  }

  /** Gives back a seat that was taken. */
  synchronized void leave(InetAddress address) {
    all--;
    taken.computeIfPresent(address, (one, seats) -> seats == 1 ? null : seats - 1);
  }

  synchronized int taken() {
    return all;
  }
}
