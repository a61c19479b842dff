package org.kitstream.bridge.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.metrics.Ended;

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

  private final Door door;
  private final Deque<MqttMessage> waiting = new ArrayDeque<>();
  private @Nullable Handshake handshake;
  private @Nullable PublishFlow flow;
  private @Nullable SubscriptionGuard subscriptions;
  private @Nullable Deliveries deliveries;
  private boolean unflushed;

  DoorHandler(Door door) {
    this.door = door;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.fireChannelActive(); // the broker needs to know of every connection whose end it will see
    handshake = new Handshake(door, () -> resume(ctx));
    handshake.begin(ctx);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object read) {
    if (!(read instanceof MqttMessage packet) || packet.decoderResult().isFailure()) {
      ReferenceCountUtil.release(read);
      door.hangUp(ctx, Ended.MALFORMED);
    } else if (!ctx.channel().isActive() || handshake == null) {
      ReferenceCountUtil.release(packet);
    } else if (handshake.isUnderWay() || !waiting.isEmpty() || !take(ctx, packet, handshake)) {
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
    if (handshake != null) {
      handshake.end(ctx);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close(); // a reset connection, mostly; the counters tell what it cost
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object written, ChannelPromise promise) {
    if (written instanceof MqttMessage packet
        && flow != null
        && handshake != null
        && deliveries != null) {
      switch (packet.fixedHeader().messageType()) {
        case PUBACK -> {
          promise.trySuccess();
          flow.acceptedByBroker(packetId(packet));
          return;
        }
        case CONNACK -> handshake.answered(ctx, (MqttConnAckMessage) packet);
        case SUBACK -> deliveries.answered(ctx, packetId(packet));
        case PUBLISH -> {
          deliver(ctx, deliveries, (MqttPublishMessage) packet, promise);
          return;
        }
        default -> {}
      }
    }
    unflushed = true;
    ctx.write(written, promise);
  }

  private void deliver(
      ChannelHandlerContext ctx,
      Deliveries to,
      MqttPublishMessage message,
      ChannelPromise promise) {
    Optional<MqttPublishMessage> checked = to.checked(message);
    if (checked.isPresent()) {
      unflushed = true;
      ctx.write(checked.get(), promise);
    } else {
      promise.trySuccess();
      message.release();
      door.hangUp(ctx, Ended.NOT_ALLOWED);
    }
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    if (unflushed) {
      unflushed = false;
      ctx.flush();
    }
  }

  /** Handles a packet and owns it then; false: no room for it yet, the caller keeps it. */
  private boolean take(ChannelHandlerContext ctx, MqttMessage packet, Handshake session) {
    PublishFlow publishes = flow;
    SubscriptionGuard guard = subscriptions;
    if (packet instanceof MqttConnectMessage connect) {
      connect(ctx, connect, session);
    } else if (publishes == null || guard == null) {
      ReferenceCountUtil.release(packet);
      door.hangUp(ctx, Ended.MALFORMED);
    } else if (packet instanceof MqttPublishMessage publish) {
      if (!publishes.take(publish)) {
        return false;
      }
      publish.release();
    } else if (packet.fixedHeader().messageType() == MqttMessageType.PUBREL) {
      publishes.released(packetId(packet));
    } else {
      other(ctx, packet, guard);
    }
    return true;
  }

  private void connect(ChannelHandlerContext ctx, MqttConnectMessage connect, Handshake session) {
    session
        .connect(ctx, connect)
        .ifPresent(
            connected -> {
              flow = new PublishFlow(door, ctx, connected, () -> resume(ctx));
              subscriptions = new SubscriptionGuard(door, connected);
              deliveries = new Deliveries(door, connected.who());
              ctx.fireChannelRead(session.adjusted(connect));
            });
  }

  private void other(ChannelHandlerContext ctx, MqttMessage packet, SubscriptionGuard guard) {
    switch (packet.fixedHeader().messageType()) {
      case SUBSCRIBE, UNSUBSCRIBE ->
          guard.refusal(packet).ifPresentOrElse(ctx::writeAndFlush, () -> subscribe(ctx, packet));
      case PINGREQ, DISCONNECT, PUBACK, PUBREC, PUBCOMP -> ctx.fireChannelRead(packet);
      default -> door.hangUp(ctx, Ended.MALFORMED);
    }
  }

  private void subscribe(ChannelHandlerContext ctx, MqttMessage packet) {
    if (packet instanceof MqttSubscribeMessage wish && deliveries != null) {
      deliveries.asks(wish);
    }
    ctx.fireChannelRead(packet);
  }

  private void resume(ChannelHandlerContext ctx) {
    while (ctx.channel().isActive() && !waiting.isEmpty() && handshake != null) {
      MqttMessage next = waiting.remove();
      if (!take(ctx, next, handshake)) {
        waiting.addFirst(next);
        return;
      }
    }
    if (waiting.isEmpty()) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  private static int packetId(MqttMessage packet) {
    return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
  }
}
