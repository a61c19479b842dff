package org.kitstream.bridge.door;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link DoorHandler} into each connection of a bridge. Netty makes one instance of this for
 * the whole JVM and asks it about every channel of every server; which bridge a connection belongs
 * to is written on its listening channel, so two bridges never mix and other servers are left
 * alone.
 */
public final class DoorExtension extends ChannelInitializerExtension {

  private static final AttributeKey<Door> DOOR = AttributeKey.valueOf(DoorExtension.class, "door");

  /** The bridge whose listeners this thread is opening: Netty opens them on the calling thread. */
  private static final ThreadLocal<@Nullable Door> OPENING = new ThreadLocal<>();

  /** For {@link java.util.ServiceLoader} only. */
  public DoorExtension() {}

  /** Makes Netty ask this class, unless it has already decided otherwise in this JVM. */
  public static void switchOn() {
    System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  /** Runs what opens listeners; each becomes the door's. */
  public static void open(Door door, Runnable opening) {
    OPENING.set(door);
    try {
      opening.run();
    } finally {
      OPENING.remove();
    }
  }

  @Override
  public void postInitializeServerListenerChannel(ServerChannel listener) {
    Door door = OPENING.get();
    if (door != null) {
      listener.attr(DOOR).set(door);
      door.listensOn(listener);
    }
  }

  @Override
  public void postInitializeServerChildChannel(Channel connection) {
    Channel listener = connection.parent();
    Door door = listener == null ? null : listener.attr(DOOR).get();
    if (door != null) {
      connection.pipeline().addLast(new Installation(door));
    }
  }

  /**
   * Runs once the broker has built its pipeline. If that ever looks different, this fails and the
   * connection is closed: none gets past the door.
   */
  private static final class Installation extends ChannelInitializer<Channel> {

    /**
     * The broker drops an acknowledgement when the channel is not writable, and Netty counts each
     * one on its way to the event loop as 40 bytes or so: {@link PublishFlow#MAX_HELD} of them must
     * fit. A client that reads nothing still runs into it.
     */
    private static final WriteBufferWaterMark ROOM_FOR_ACKNOWLEDGEMENTS =
        new WriteBufferWaterMark(64 * 1024, 64 * 1024 + 64 * PublishFlow.MAX_HELD);

    private final Door door;

    Installation(Door door) {
      this.door = door;
    }

    @Override
    protected void initChannel(Channel connection) {
      connection.config().setWriteBufferWaterMark(ROOM_FOR_ACKNOWLEDGEMENTS);
      ChannelPipeline pipeline = connection.pipeline();
      pipeline.remove("messageLogger"); // it would write tokens into the log
      pipeline.remove("metrics");
      pipeline.remove("bytemetrics");
      pipeline.addBefore("handler", "door", new DoorHandler(door));
    }
  }
}
