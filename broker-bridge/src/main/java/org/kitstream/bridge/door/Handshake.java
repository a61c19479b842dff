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
import org.kitstream.bridge.metrics.Ended;

/**
 * One connection from its first byte to a session that may publish. Lives on the connection's event
 * loop.
 */
// Netty returns a future for each write and close; a write that fails is followed by
// channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class Handshake {

  /** The broker sets this on the channel once the session behind a CONNACK is ready for packets. */
  private static final AttributeKey<Object> SESSION_READY = AttributeKey.valueOf("keepAlive");

  private enum Stage {
    NEW,
    REFUSED,
    CONNECTING,
    OPEN
  }

  /** What the CONNECT settled. */
  record Connected(Identity who, boolean version5, SessionBook.Session session) {}

  private final Door door;
  private final Runnable onOpen;
  private Stage stage = Stage.NEW;
  private boolean endsWithConnection;
  private Identity who = new Identity("", null);

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
    Optional<Ended> tooMany = door.sessions.open(ctx.channel());
    if (tooMany.isPresent()) {
      door.hangUp(ctx, tooMany.get());
      return;
    }
    long patience = door.clientLimits.connectPatience().toMillis();
    ctx.executor().schedule(() -> endUnlessOpen(ctx), patience, TimeUnit.MILLISECONDS);
  }

  /** The client introduces itself; empty: it is refused, and told so. */
  Optional<Connected> connect(ChannelHandlerContext ctx, MqttConnectMessage connect) {
    if (stage != Stage.NEW) {
      door.hangUp(ctx, Ended.MALFORMED);
      return Optional.empty();
    }
    stage = Stage.REFUSED;
    who = ConnectGuard.identity(connect);
    boolean version5 = ConnectGuard.isVersion5(connect);
    door.sessions.name(ctx.channel(), who); // before the check: a revocation now must find it
    Optional<MqttConnectReturnCode> refusal = ConnectGuard.refusal(connect, who, door.rules);
    if (refusal.isPresent()) {
      door.tally.ended(Ended.NOT_ALLOWED);
      ctx.writeAndFlush(Packets.connectionRefused(refusal.get()))
          .addListener(ChannelFutureListener.CLOSE);
      return Optional.empty();
    }
    stage = Stage.CONNECTING;
    boolean clean = connect.variableHeader().isCleanSession();
    SessionBook.Session session = door.sessionBook.of(who.clientId(), clean);
    return Optional.of(new Connected(who, version5, session));
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
    if (stage == Stage.CONNECTING && endsWithConnection) {
      new LeftSession(door, ctx).clearAway();
    }
  }

  /** The CONNECT as the broker may see it, which it does now. */
  MqttConnectMessage adjusted(MqttConnectMessage connect) {
    MqttConnectMessage shown =
        ConnectGuard.adjusted(
            connect, door.clientLimits.keepAlive(), door.rules.mayKeepSession(who));
    endsWithConnection = ConnectGuard.endsWithConnection(shown);
    return shown;
  }

  /** Whether packets must wait because the broker is not ready for them. */
  boolean isUnderWay() {
    return stage == Stage.CONNECTING || stage == Stage.REFUSED;
  }

  private void endUnlessOpen(ChannelHandlerContext ctx) {
    if (stage != Stage.OPEN) {
      door.hangUp(ctx, Ended.TOO_SLOW);
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
