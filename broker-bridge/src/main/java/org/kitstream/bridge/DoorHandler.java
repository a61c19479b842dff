package org.kitstream.bridge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between one client and the broker, right before the broker's own handler. What comes in is
 * checked and publishes are put on their way; the broker's PUBACKs are taken as its consent and the
 * client gets its answer from {@link PublishFlow} once Kafka has the record.
 *
 * <p>While it cannot take more, it keeps what the decoder had already read (at most one read
 * buffer) and stops reading. Runs on the connection's event loop only.
 */
// Netty returns a future for each write and close; a write that fails is followed by
// channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class DoorHandler extends ChannelDuplexHandler {

  private static final int HANDSHAKE_SECONDS = 10;

  /** The broker sets this on the channel once the session behind a CONNACK is ready for packets. */
  private static final AttributeKey<Object> SESSION_READY = AttributeKey.valueOf("keepAlive");

  private enum Stage {
    NEW,
    CONNECTING,
    OPEN
  }

  private final Door door;
  private final Deque<MqttMessage> waiting = new ArrayDeque<>();
  private Stage stage = Stage.NEW;
  private Identity who = new Identity("", null);
  private boolean version5;
  private @Nullable PublishFlow flow;
  private boolean unflushed;

  DoorHandler(Door door) {
    this.door = door;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.fireChannelActive(); // the broker needs to know of every connection whose end it will see
    if (door.sessions.open(ctx.channel()) > door.limits.maxConnections()) {
      refuseConnection(ctx);
      return;
    }
    ctx.executor()
        .schedule(
            () -> {
              if (stage != Stage.OPEN) {
                refuseConnection(ctx);
              }
            },
            HANDSHAKE_SECONDS,
            TimeUnit.SECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object read) {
    if (!(read instanceof MqttMessage packet) || packet.decoderResult().isFailure()) {
      ReferenceCountUtil.release(read);
      refuseConnection(ctx);
    } else if (!ctx.channel().isActive()) {
      ReferenceCountUtil.release(packet);
    } else if (stage == Stage.CONNECTING || !waiting.isEmpty() || !take(ctx, packet)) {
      waiting.add(packet);
      ctx.channel().config().setAutoRead(false);
    }
  }

  /** Kept from the broker, which would start a task for each read to look for nothing. */
  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {}

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    if (flow != null) {
      flow.abandon();
    }
    door.sessions.closed(ctx.channel(), who, stage == Stage.OPEN);
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close(); // a reset connection, mostly; the counters tell what it cost
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object written, ChannelPromise promise) {
    if (written instanceof MqttMessage packet && flow != null) {
      switch (packet.fixedHeader().messageType()) {
        case PUBACK -> {
          promise.trySuccess();
          flow.acceptedByBroker(packetId(packet));
          return;
        }
        case CONNACK -> {
          if (isAccepted((MqttConnAckMessage) packet)) {
            ctx.executor().execute(() -> openWhenReady(ctx));
          }
        }
        default -> {}
      }
    }
    unflushed = true;
    ctx.write(written, promise);
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    if (unflushed) {
      unflushed = false;
      ctx.flush();
    }
  }

  /** Handles a packet and owns it then; false: no room for it yet, the caller keeps it. */
  private boolean take(ChannelHandlerContext ctx, MqttMessage packet) {
    PublishFlow publishes = flow;
    if (packet instanceof MqttConnectMessage connect) {
      connect(ctx, connect);
    } else if (publishes == null) {
      ReferenceCountUtil.release(packet);
      refuseConnection(ctx);
    } else if (packet instanceof MqttPublishMessage publish) {
      if (!publishes.take(publish)) {
        return false;
      }
      publish.release();
    } else {
      other(ctx, packet, publishes);
    }
    return true;
  }

  private void other(ChannelHandlerContext ctx, MqttMessage packet, PublishFlow publishes) {
    switch (packet.fixedHeader().messageType()) {
      case PUBREL -> publishes.released(packetId(packet));
      case SUBSCRIBE, UNSUBSCRIBE ->
          SubscriptionGuard.refusal(
                  packet, filter -> door.rules.maySubscribe(filter, who), version5)
              .ifPresentOrElse(ctx::writeAndFlush, () -> ctx.fireChannelRead(packet));
      case PINGREQ, DISCONNECT, PUBACK, PUBREC, PUBCOMP -> ctx.fireChannelRead(packet);
      default -> refuseConnection(ctx);
    }
  }

  private void connect(ChannelHandlerContext ctx, MqttConnectMessage connect) {
    if (stage != Stage.NEW) {
      refuseConnection(ctx);
      return;
    }
    stage = Stage.CONNECTING;
    who = ConnectGuard.identity(connect);
    version5 = ConnectGuard.isVersion5(connect);
    door.sessions.name(ctx.channel(), who); // before the check: a revocation now must find it
    Optional<MqttConnectReturnCode> refusal = ConnectGuard.refusal(connect, who, door.rules);
    if (refusal.isPresent()) {
      door.tally.connectionsRefused.increment();
      ctx.writeAndFlush(Packets.connectionRefused(refusal.get()))
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    boolean clean = connect.variableHeader().isCleanSession();
    Receipts receipts = door.receipts.forSession(who.clientId(), clean);
    var session = new PublishFlow.Connected(who, version5, receipts);
    flow = new PublishFlow(door, ctx, session, () -> resume(ctx));
    ctx.fireChannelRead(ConnectGuard.adjusted(connect));
  }

  private void openWhenReady(ChannelHandlerContext ctx) {
    if (!ctx.channel().isActive()) {
      return;
    }
    if (ctx.channel().attr(SESSION_READY).get() == null) {
      ctx.executor().schedule(() -> openWhenReady(ctx), 1, TimeUnit.MILLISECONDS);
      return;
    }
    stage = Stage.OPEN;
    door.sessions.connected();
    resume(ctx);
  }

  private void resume(ChannelHandlerContext ctx) {
    while (ctx.channel().isActive() && !waiting.isEmpty()) {
      MqttMessage next = waiting.remove();
      if (!take(ctx, next)) {
        waiting.addFirst(next);
        return;
      }
    }
    if (waiting.isEmpty()) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  private void refuseConnection(ChannelHandlerContext ctx) {
    if (ctx.channel().isActive()) {
      door.tally.connectionsRefused.increment();
      ctx.close();
    }
  }

  private static boolean isAccepted(MqttConnAckMessage answer) {
    return answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED;
  }

  private static int packetId(MqttMessage packet) {
    return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
  }
}
