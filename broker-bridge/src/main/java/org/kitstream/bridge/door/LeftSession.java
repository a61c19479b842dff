package org.kitstream.bridge.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AttributeKey;
import java.util.concurrent.TimeUnit;

/**
 * A session whose client left while the broker was making it. The broker learns of the end before
 * there is anything to end, and would keep it for ever. Lives on the connection's event loop, which
 * outlives the connection.
 */
// Netty returns a future for each task.
@SuppressWarnings("FutureReturnValueIgnored")
final class LeftSession {

  /** The broker writes the client id, its own where the client had none, once it has a session. */
  private static final AttributeKey<Object> CLIENT_ID = AttributeKey.valueOf("ClientID");

  private static final int PAUSE_MS = 50;
  private static final int MOST_LOOKS = 600;

  private final Door door;
  private final ChannelHandlerContext ctx;
  private int looks;

  LeftSession(Door door, ChannelHandlerContext ctx) {
    this.door = door;
    this.ctx = ctx;
  }

  /**
   * Has the session forgotten as soon as there is one, which takes as long as the broker is busy.
   */
  void clearAway() {
    if (ctx.executor().isShuttingDown()) {
      return;
    }
    Object clientId = ctx.channel().attr(CLIENT_ID).get();
    if (clientId != null) {
      door.sessionIsLeft(clientId.toString());
    } else if (++looks < MOST_LOOKS) {
      ctx.executor().schedule(this::clearAway, PAUSE_MS, TimeUnit.MILLISECONDS);
    }
  }
}
