package org.kitstream.bridge.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@link Receipts} of the sessions that outlive their connections, in this process only. Holds
 * a bounded number of sessions; the one not used for longest goes first. Safe for use by any
 * thread.
 */
final class ReceiptBook {

  private final Map<String, Receipts> bySession;

  ReceiptBook(int maxSessions) {
    this.bySession =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Receipts> eldest) {
            return size() > maxSessions;
          }
        };
  }

  /** The receipts for a connection: fresh ones for a clean session, else those it had. */
  synchronized Receipts forSession(String clientId, boolean clean) {
    if (clean || clientId.isEmpty()) {
      bySession.remove(clientId);
      return new Receipts();
    }
    return bySession.computeIfAbsent(clientId, id -> new Receipts());
  }
}
