package org.kitstream.ops.load;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The publishes of one connection that are not acknowledged, in order. Packet ids go round, so that
 * an id says which publish is meant.
 */
final class Window {

  private static final int PUBLISH_QOS_1 = 0x32;
  private static final int DUPLICATE = 0x08;
  private static final int LARGEST_ID = 0xFFFF;

  private final int size;
  private final Deque<Sent> sent = new ArrayDeque<>();
  private int lastId;

  Window(int size) {
    this.size = size;
  }

  /** A publish and when it went. */
  record Sent(Message message, int packetId, long atNanos) {}

  boolean isFull() {
    return sent.size() >= size;
  }

  int open() {
    return sent.size();
  }

  /** Writes a publish and remembers it. */
  void send(Message message, long now, ByteBuffer out) {
    lastId = lastId == LARGEST_ID ? 1 : lastId + 1;
    sent.add(new Sent(message, lastId, now));
    write(PUBLISH_QOS_1, message, lastId, out);
  }

  /** Writes all that is unanswered once more. */
  void sendAgain(long now, ByteBuffer out) {
    for (int left = sent.size(); left > 0; left--) {
      Sent again = sent.remove();
      sent.add(new Sent(again.message(), again.packetId(), now));
      write(PUBLISH_QOS_1 | DUPLICATE, again.message(), again.packetId(), out);
    }
  }

  /**
   * Takes the publish that is acknowledged.
   *
   * @throws IllegalStateException if another should have been first: servers answer in order
   */
  Sent acknowledged(int packetId) {
    Sent oldest = sent.poll();
    if (oldest == null || oldest.packetId() != packetId) {
      throw new IllegalStateException("acknowledged out of order: " + packetId);
    }
    return oldest;
  }

  /** How many bytes a publish takes at most. */
  static int bytes(Message message) {
    return 1 + 4 + 2 + message.topic().length + 2 + message.payload().length;
  }

  /** How many bytes all that is unanswered takes at most. */
  int bytes() {
    return sent.stream().mapToInt(one -> bytes(one.message())).sum();
  }

  private static void write(int header, Message message, int packetId, ByteBuffer out) {
    out.put((byte) header);
    int length = 2 + message.topic().length + 2 + message.payload().length;
    for (; length > 0x7F; length >>>= 7) {
      out.put((byte) ((length & 0x7F) | 0x80));
    }
    out.put((byte) length);
    out.putShort((short) message.topic().length).put(message.topic());
    out.putShort((short) packetId).put(message.payload());
  }
}
