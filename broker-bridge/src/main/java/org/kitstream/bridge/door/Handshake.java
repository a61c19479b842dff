package org.kitstream.bridge.door;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.util.AttributeKey;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kitstream.bridge.access.Identity;

/**
 * One connection from its first byte to a session that may publish. Lives on the connection's event
 * loop.
 */
// Netty returns a future for each write and close; a write that fails is followed by
// channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class Handshake {

  private static final int SECONDS = 10;

  /** The broker sets this on the channel once the session behind a CONNACK is ready for packets. */
  private static final AttributeKey<Object> SESSION_READY = AttributeKey.valueOf("keepAlive");

  private enum Stage {
    NEW,
    CONNECTING,
    OPEN
  }

  private final Door door;
  private final Runnable onOpen;
  private Stage stage = Stage.NEW;
  private Identity who = new Identity("", null);
  private boolean version5;

  /**
   * A handshake that has not begun.
   *
   * @param onOpen told once, when the broker is ready for the client's packets
   */
  Handshake(Door door, Runnable onOpen) {
    this.door = door;
    this.onOpen = onOpen;
  }

  /** The connection is there: it has some seconds to become a session, if there is room for it. */
  void begin(ChannelHandlerContext ctx) {
    if (door.sessions.open(ctx.channel()) > door.limits.maxConnections()) {
      door.hangUp(ctx);
      return;
    }
    ctx.executor().schedule(() -> endUnlessOpen(ctx), SECONDS, TimeUnit.SECONDS);
  }

  /** The client introduces itself; empty: it is refused, and told so. */
  Optional<PublishFlow.Connected> connect(ChannelHandlerContext ctx, MqttConnectMessage connect) {
    if (stage != Stage.NEW) {
      door.hangUp(ctx);
      return Optional.empty();
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
      return Optional.empty();
    }
    boolean clean = connect.variableHeader().isCleanSession();
    Receipts receipts = door.receipts.forSession(who.clientId(), clean);
    return Optional.of(new PublishFlow.Connected(who, version5, receipts));
  }

  /** The broker answers the CONNECT. */
  void answered(ChannelHandlerContext ctx, MqttConnAckMessage answer) {
    if (answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
      ctx.executor().execute(() -> openWhenReady(ctx));
    }
  }

  /** The connection is gone. */
  void end(ChannelHandlerContext ctx) {
    door.sessions.closed(ctx.channel(), who, stage == Stage.OPEN);
  }

  /** Whether packets must wait because the broker is not ready for them. */
  boolean isUnderWay() {
    return stage == Stage.CONNECTING;
  }

  Identity who() {
    return who;
  }

  boolean version5() {
    return version5;
  }

  private void endUnlessOpen(ChannelHandlerContext ctx) {
    if (stage != Stage.OPEN) {
      door.hangUp(ctx);
    }
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
    onOpen.run();
  }
}
