package org.kitstream.bridge.door;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The publishes of one connection that are not answered yet, in the order they came: MQTT wants
 * acknowledgements in that order. Used by one event loop only.
 */
final class HeldPublishes {

  private final Deque<HeldPublish> inOrder = new ArrayDeque<>();
  private final Deque<HeldPublish> awaitingBroker = new ArrayDeque<>();

  void add(HeldPublish publish) {
    inOrder.add(publish);
    if (publish.message() != null) {
      awaitingBroker.add(publish);
    }
  }

  /** Takes the first with that packet id which the broker had yet to accept. */
  Optional<HeldPublish> accept(int packetId) {
    for (Iterator<HeldPublish> it = awaitingBroker.iterator(); it.hasNext(); ) {
      HeldPublish publish = it.next();
      if (publish.packetId() == packetId) {
        it.remove();
        return Optional.of(publish);
      }
    }
    return Optional.empty();
  }

  /** Takes the oldest if it is settled: it is the next to answer. */
  Optional<HeldPublish> pollSettled() {
    HeldPublish oldest = inOrder.peek();
    if (oldest == null || oldest.outcome() == null) {
      return Optional.empty();
    }
    inOrder.remove();
    return Optional.of(oldest);
  }

  Optional<HeldPublish> oldest() {
    return Optional.ofNullable(inOrder.peek());
  }

  int size() {
    return inOrder.size();
  }

  /** Forgets everything and returns what never went to Kafka. */
  List<HeldPublish> abandon() {
    List<HeldPublish> unsent = List.copyOf(awaitingBroker);
    awaitingBroker.clear();
    inOrder.clear();
    return unsent;
  }
}
