package org.kitstream.bridge.door;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The QoS 2 packet ids of one session that were published and not released: a publish under one of
 * them is a repetition and must not be stored again. Outlives the connection when the session does.
 * Safe for use by any thread.
 */
final class Receipts {

  /** A client that leaves more than this unreleased breaks the protocol or means harm. */
  private static final int MAX_OPEN = 10_000;

  private final Map<Integer, CompletableFuture<Void>> open = new ConcurrentHashMap<>();

  /** The fate of the publish under that id, if it is not released: done once it is stored. */
  Optional<CompletableFuture<Void>> find(int packetId) {
    return Optional.ofNullable(open.get(packetId));
  }

  /** Notes a new publish. Complete the future when it is stored. */
  CompletableFuture<Void> open(int packetId) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    open.put(packetId, stored);
    return stored;
  }

  /** The client knows that it is stored; the id is free. */
  void release(int packetId) {
    open.remove(packetId);
  }

  /** It was not stored: the next publish under that id is a new one. */
  void fail(int packetId, Throwable cause) {
    CompletableFuture<Void> stored = open.remove(packetId);
    if (stored != null) {
      stored.completeExceptionally(cause);
    }
  }

  /** It is stored: whoever repeats it may be told so. */
  void stored(int packetId) {
    CompletableFuture<Void> stored = open.get(packetId);
    if (stored != null) {
      stored.complete(null);
    }
  }

  boolean isFull() {
    return open.size() >= MAX_OPEN;
  }
}
