package org.kitstream.bridge.door;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives the answers of one connection, in the order of its publishes, and hangs up when one is
 * overdue or there is none to give. Lives on the connection's event loop; only {@link #ask} may
 * come from another thread.
 */
// Netty returns a future for each write and close; a write that fails is followed by its close.
@SuppressWarnings("FutureReturnValueIgnored")
final class Answers {

  private final ChannelHandlerContext ctx;
  private final boolean version5;
  private final long patienceNanos;
  private final Runnable onRoom;
  private final HeldPublishes held = new HeldPublishes();
  private final AtomicBoolean asked = new AtomicBoolean();
  private boolean watching;

  /**
   * Answers for a connection that has published nothing yet.
   *
   * @param version5 whether the client knows how to read a refusal
   * @param patience how old an unanswered publish may become
   * @param onRoom told, on the event loop, after answers were given
   */
  Answers(ChannelHandlerContext ctx, boolean version5, Duration patience, Runnable onRoom) {
    this.ctx = ctx;
    this.version5 = version5;
    this.patienceNanos = patience.toNanos();
    this.onRoom = onRoom;
  }

  /** Puts a publish at the end of the order. */
  void hold(HeldPublish publish) {
    held.add(publish);
    if (!watching) {
      watching = true;
      watchAgainIn(patienceNanos);
    }
  }

  /** Takes the first publish with that packet id which the broker had yet to accept. */
  Optional<HeldPublish> accept(int packetId) {
    return held.accept(packetId);
  }

  int open() {
    return held.size();
  }

  /** Forgets everything and returns what never went to Kafka. */
  List<HeldPublish> abandon() {
    return held.abandon();
  }

  /** Something is settled: one task on the event loop answers all that is by the time it runs. */
  void ask() {
    if (!ctx.executor().isShuttingDown() && asked.compareAndSet(false, true)) {
      ctx.executor().execute(this::give);
    }
  }

  private void give() {
    asked.set(false);
    boolean gave = false;
    for (Optional<HeldPublish> next = held.pollSettled();
        next.isPresent();
        next = held.pollSettled()) {
      if (!isWritten(next.get())) {
        ctx.flush();
        ctx.close();
        return;
      }
      gave = true;
    }
    if (gave) {
      ctx.flush();
      onRoom.run();
    }
  }

  /** Writes the answer; false: there is none to give but to hang up. */
  private boolean isWritten(HeldPublish publish) {
    HeldPublish.Outcome outcome = publish.outcome();
    if (outcome == HeldPublish.Outcome.STORED) {
      ctx.write(Packets.stored(publish.qos(), publish.packetId()));
      return true;
    }
    if (outcome == HeldPublish.Outcome.REFUSED && version5) {
      ctx.write(Packets.notAuthorized(publish.qos(), publish.packetId()));
      return true;
    }
    return false;
  }

  private void watch() {
    Optional<HeldPublish> oldest = held.oldest();
    if (oldest.isEmpty() || !ctx.channel().isActive()) {
      watching = false;
      return;
    }
    long left = patienceNanos - (System.nanoTime() - oldest.get().receivedNanos());
    if (left <= 0) {
      ctx.close();
    } else {
      watchAgainIn(left);
    }
  }

  private void watchAgainIn(long nanos) {
    ctx.executor().schedule(this::watch, nanos, TimeUnit.NANOSECONDS);
  }
}
