package org.kitstream.bridge.door;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.access.Identity;
import org.kitstream.bridge.access.Verdict;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.metrics.Tally;

/**
 * The way of one connection's publishes: rules, broker, Kafka, and back to the client in order.
 *
 * <p>Lives on the connection's event loop; only the producer's callbacks come from elsewhere, and
 * they do no more than count, settle and ask the event loop to look.
 */
// Netty returns a future for each write and close; a write that fails is followed by
// channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class PublishFlow {

  /** What a publish in flight costs beside its payload, in bytes: record, headers, bookkeeping. */
  static final int OVERHEAD = 512;

  /** A connection with more unanswered publishes than this is not read. */
  static final int MAX_HELD = 5_000;

  private final Door door;
  private final ChannelHandlerContext ctx;
  private final Identity who;
  private final Receipts receipts;
  private final Runnable onRoom;
  private final Answers answers;
  private boolean waitingForBudget;

  /**
   * A flow without publishes.
   *
   * @param onRoom told, on the event loop, when {@link #take} may have room again
   */
  PublishFlow(Door door, ChannelHandlerContext ctx, Connected session, Runnable onRoom) {
    this.door = door;
    this.ctx = ctx;
    this.who = session.who();
    this.receipts = session.receipts();
    this.onRoom = onRoom;
    this.answers = new Answers(ctx, session.version5(), door.limits.kafkaTimeout(), onRoom);
  }

  /** What the CONNECT settled. */
  record Connected(Identity who, boolean version5, Receipts receipts) {}

  /** Takes a publish, copying what it needs; false: no room, try again when told. */
  boolean take(MqttPublishMessage publish) {
    MqttQoS qos = publish.fixedHeader().qosLevel();
    int packetId = publish.variableHeader().packetId();
    if (answers.open() >= MAX_HELD) {
      return false;
    }
    Optional<CompletableFuture<Void>> before =
        qos == MqttQoS.EXACTLY_ONCE ? receipts.find(packetId) : Optional.empty();
    if (before.isPresent()) {
      repeat(packetId, before.get());
      return true;
    }
    if (!door.budget.take(publish.payload().readableBytes() + OVERHEAD)) {
      waitForBudget();
      return false;
    }
    flow(qos).received.increment();
    Verdict verdict = door.rules.publish(publish.variableHeader().topicName(), who);
    if (verdict instanceof Verdict.Admitted where) {
      admit(publish, where);
    } else {
      if (verdict == Verdict.Refused.UNKNOWN_TOKEN) {
        door.hearOf(publish.variableHeader().topicName());
      }
      refuse(publish);
    }
    return true;
  }

  /** The broker has accepted the publish under that id: now it may go to Kafka. */
  void acceptedByBroker(int packetId) {
    answers.accept(packetId).ifPresent(this::store);
  }

  /** The client knows that a QoS 2 publish is stored. */
  void released(int packetId) {
    receipts.release(packetId);
    ctx.writeAndFlush(Packets.completed(packetId));
  }

  /** The connection is gone: what the broker never accepted has failed. */
  void abandon() {
    for (HeldPublish publish : answers.abandon()) {
      ProducerRecord<byte[], byte[]> message = publish.message();
      if (message != null) {
        settled(publish, message, new BridgeFailedException("the connection ended"));
      }
    }
  }

  private void waitForBudget() {
    if (!waitingForBudget) {
      waitingForBudget = true;
      door.budget.whenFree(() -> ctx.executor().execute(this::tryAgain));
    }
  }

  private void tryAgain() {
    waitingForBudget = false;
    onRoom.run();
  }

  private void admit(MqttPublishMessage publish, Verdict.Admitted where) {
    MqttQoS qos = publish.fixedHeader().qosLevel();
    int packetId = publish.variableHeader().packetId();
    byte[] payload = ByteBufUtil.getBytes(publish.payload());
    ProducerRecord<byte[], byte[]> message = door.message(where, payload);
    if (qos == MqttQoS.AT_MOST_ONCE) {
      door.log.store(message, (stored, failure) -> count(qos, message, failure));
      return;
    }
    if (qos == MqttQoS.EXACTLY_ONCE) {
      receipts.open(packetId);
    }
    answers.hold(HeldPublish.toStore(packetId, qos, message));
    ctx.fireChannelRead(Packets.standIn(publish.variableHeader().topicName(), packetId));
    if (receipts.isFull()) {
      ctx.close();
    }
  }

  private void refuse(MqttPublishMessage publish) {
    MqttQoS qos = publish.fixedHeader().qosLevel();
    flow(qos).refused.increment();
    door.budget.give(publish.payload().readableBytes() + OVERHEAD);
    if (qos != MqttQoS.AT_MOST_ONCE) {
      answers.hold(HeldPublish.refused(publish.variableHeader().packetId(), qos));
      answers.ask();
    }
  }

  private void repeat(int packetId, CompletableFuture<Void> before) {
    door.tally.repeats.increment();
    HeldPublish repeated = HeldPublish.repeated(packetId);
    answers.hold(repeated);
    before.whenComplete(
        (stored, failure) -> {
          repeated.settle(outcome(failure));
          answers.ask();
        });
  }

  private void store(HeldPublish publish) {
    ProducerRecord<byte[], byte[]> message = publish.message();
    if (message != null) {
      door.log.store(message, (stored, failure) -> settled(publish, message, failure));
    }
  }

  private void settled(
      HeldPublish publish, ProducerRecord<byte[], byte[]> message, @Nullable Exception failure) {
    count(publish.qos(), message, failure);
    if (publish.qos() == MqttQoS.EXACTLY_ONCE) {
      if (failure == null) {
        receipts.stored(publish.packetId());
      } else {
        receipts.fail(publish.packetId(), failure);
      }
    }
    publish.settle(outcome(failure));
    answers.ask();
  }

  private void count(
      MqttQoS qos, ProducerRecord<byte[], byte[]> message, @Nullable Exception failure) {
    (failure == null ? flow(qos).forwarded : flow(qos).failed).increment();
    door.budget.give(message.value().length + OVERHEAD);
  }

  private Tally.Flow flow(MqttQoS qos) {
    return qos == MqttQoS.AT_MOST_ONCE ? door.tally.unacknowledged : door.tally.acknowledged;
  }

  private static HeldPublish.Outcome outcome(@Nullable Throwable failure) {
    return failure == null ? HeldPublish.Outcome.STORED : HeldPublish.Outcome.FAILED;
  }
}
