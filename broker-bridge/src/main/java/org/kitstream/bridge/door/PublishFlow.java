package org.kitstream.bridge.door;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.access.Verdict;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.metrics.HeldBack;
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

  /** While a device sends too much its publishes go in small groups, not one by one. */
  private static final long LEAST_PAUSE_NANOS = 10_000_000;

  private final Door door;
  private final ChannelHandlerContext ctx;
  private final Admission admission;
  private final Receipts receipts;
  private final Runnable onRoom;
  private final Answers answers;
  private boolean waitingForBudget;
  private boolean waitingForRate;

  /**
   * A flow without publishes.
   *
   * @param onRoom told, on the event loop, when {@link #take} may have room again
   */
  PublishFlow(
      Door door, ChannelHandlerContext ctx, Handshake.Connected connected, Runnable onRoom) {
    this.door = door;
    this.ctx = ctx;
    this.admission = new Admission(door, connected.who(), LiveSessions.address(ctx.channel()));
    this.receipts = connected.session().receipts();
    this.onRoom = onRoom;
    this.answers = new Answers(ctx, connected.version5(), door.limits.kafkaTimeout(), onRoom);
  }

  /** Takes a publish, copying what it needs; false: no room, try again when told. */
  boolean take(MqttPublishMessage publish) {
    MqttQoS qos = publish.fixedHeader().qosLevel();
    int packetId = publish.variableHeader().packetId();
    if (answers.open() >= MAX_HELD) {
      door.tally.heldBack(HeldBack.UNANSWERED);
      return false;
    }
    Optional<CompletableFuture<Void>> before =
        qos == MqttQoS.EXACTLY_ONCE ? receipts.find(packetId) : Optional.empty();
    if (before.isPresent()) {
      repeat(packetId, before.get());
      return true;
    }
    if (!door.budget.take(cost(publish))) {
      waitForBudget();
      return false;
    }
    Verdict verdict = admission.judge(publish.variableHeader().topicName());
    if (verdict instanceof Verdict.Admitted where) {
      long early = Admission.tooEarly(where);
      if (early > 0 && qos != MqttQoS.AT_MOST_ONCE) {
        door.budget.give(cost(publish));
        waitForRate(early);
        return false;
      }
      if (early == 0) {
        admit(publish, where);
        return true;
      }
    }
    refuse(publish, verdict instanceof Verdict.Refused why ? why : Verdict.Refused.OVER_RATE);
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

  private void waitForRate(long nanos) {
    if (!waitingForRate) {
      waitingForRate = true;
      door.tally.heldBack(HeldBack.DEVICE_RATE);
      ctx.executor()
          .schedule(this::tryAgain, Math.max(nanos, LEAST_PAUSE_NANOS), TimeUnit.NANOSECONDS);
    }
  }

  private void waitForBudget() {
    if (!waitingForBudget) {
      door.tally.heldBack(HeldBack.BYTES_IN_FLIGHT);
      waitingForBudget = true;
      door.budget.whenFree(() -> ctx.executor().execute(this::tryAgain));
    }
  }

  private void tryAgain() {
    waitingForBudget = false;
    waitingForRate = false;
    onRoom.run();
  }

  private void admit(MqttPublishMessage publish, Verdict.Admitted where) {
    MqttQoS qos = publish.fixedHeader().qosLevel();
    int packetId = publish.variableHeader().packetId();
    flow(qos).received.increment();
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

  private void refuse(MqttPublishMessage publish, Verdict.Refused why) {
    MqttQoS qos = publish.fixedHeader().qosLevel();
    flow(qos).received.increment();
    door.tally.refused(flow(qos), why);
    door.budget.give(cost(publish));
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

  private static int cost(MqttPublishMessage publish) {
    return publish.payload().readableBytes() + OVERHEAD;
  }

  private static HeldPublish.Outcome outcome(@Nullable Throwable failure) {
    return failure == null ? HeldPublish.Outcome.STORED : HeldPublish.Outcome.FAILED;
  }
}
