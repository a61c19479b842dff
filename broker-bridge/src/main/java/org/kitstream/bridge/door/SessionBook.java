package org.kitstream.bridge.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the door remembers of the sessions that outlive their connections, in this process only.
 * Holds a bounded number of sessions; the one not used for longest goes first. Safe for use by any
 * thread.
 */
final class SessionBook {

  private final Map<String, Session> byClientId;

  /**
   * What outlives a connection.
   *
   * @param filters those it has subscribed to
   */
  record Session(Receipts receipts, Set<String> filters) {

    static Session fresh() {
      return new Session(new Receipts(), ConcurrentHashMap.newKeySet(1));
    }
  }

  SessionBook(int maxSessions) {
    this.byClientId =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > maxSessions;
          }
        };
  }

  /** The session of a connection: a fresh one for a clean session, else the one it had. */
  synchronized Session of(String clientId, boolean clean) {
    if (clean || clientId.isEmpty()) {
      byClientId.remove(clientId);
      return Session.fresh();
    }
    return byClientId.computeIfAbsent(clientId, id -> Session.fresh());
  }
}
