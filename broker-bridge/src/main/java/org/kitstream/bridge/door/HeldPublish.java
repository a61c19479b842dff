package org.kitstream.bridge.door;

import io.netty.handler.codec.mqtt.MqttQoS;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A publish whose acknowledgement is held back. It belongs to its connection's event loop; only
 * {@link #settle} may come from another thread, and comes once.
 */
final class HeldPublish {

  /** How it ended. */
  enum Outcome {
    STORED,
    FAILED,
    REFUSED
  }

  private final int packetId;
  private final MqttQoS qos;
  private final long receivedNanos;
  private final @Nullable ProducerRecord<byte[], byte[]> message;
  private volatile @Nullable Outcome outcome;

  private HeldPublish(
      int packetId,
      MqttQoS qos,
      @Nullable ProducerRecord<byte[], byte[]> message,
      @Nullable Outcome outcome) {
    this.packetId = packetId;
    this.qos = qos;
    this.message = message;
    this.outcome = outcome;
    this.receivedNanos = System.nanoTime();
  }

  /** One that waits for the broker to accept it, then for Kafka to store that record. */
  static HeldPublish toStore(int packetId, MqttQoS qos, ProducerRecord<byte[], byte[]> message) {
    return new HeldPublish(packetId, qos, message, null);
  }

  /** A repetition of one that is stored already or about to be: it waits for the same outcome. */
  static HeldPublish repeated(int packetId) {
    return new HeldPublish(packetId, MqttQoS.EXACTLY_ONCE, null, null);
  }

  /** One that is not authorised; it keeps its place in the order of answers. */
  static HeldPublish refused(int packetId, MqttQoS qos) {
    return new HeldPublish(packetId, qos, null, Outcome.REFUSED);
  }

  void settle(Outcome how) {
    outcome = how;
  }

  int packetId() {
    return packetId;
  }

  MqttQoS qos() {
    return qos;
  }

  /** When the door read it, as {@link System#nanoTime}. */
  long receivedNanos() {
    return receivedNanos;
  }

  /** What is to be stored; null when that is not up to this publish. */
  @Nullable ProducerRecord<byte[], byte[]> message() {
    return message;
  }

  /** Null while it is open. */
  @Nullable Outcome outcome() {
    return outcome;
  }
}
