package org.kitstream.ops.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection of a publisher, which is made again whenever it is lost. */
final class Line {

  private static final long RETRY_NANOS = Duration.ofMillis(200).toNanos();
  private static final int CONNACK = 0x20;
  private static final int PUBACK = 0x40;
  private static final int LARGEST_ANSWER = 4;
  private static final byte[] PROTOCOL = {0, 4, 'M', 'Q', 'T', 'T', 4};
  private static final int CLEAN_SESSION = 2;
  private static final int KEEP_ALIVE_SECONDS = 600;

  private final int number;
  private final MqttPublisher.Target target;
  private final Script script;
  private final Window window;
  private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;
  private @Nullable ByteBuffer unwritten;
  private boolean isOpen;
  private long retryAt;

  Line(int number, MqttPublisher.Target target, Script script) {
    this.number = number;
    this.target = target;
    this.script = script;
    this.window = new Window(target.window());
    this.retryAt = System.nanoTime();
  }

  /** Connects if it is time to. */
  void connectIfDue(Selector selector, long now) {
    if (channel == null && now - retryAt >= 0) {
      try {
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean done = opened.connect(target.door());
        key =
            opened.register(selector, done ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        if (done) {
          greet();
        }
      } catch (IOException e) {
        lose();
      }
    }
  }

  /** Does what the selector says can be done; the buffer is for reading. */
  void ready(SelectionKey ready, ByteBuffer buffer) {
    try {
      if (ready.isConnectable()) {
        ((SocketChannel) ready.channel()).finishConnect();
        ready.interestOps(SelectionKey.OP_READ);
        greet();
      } else {
        if (ready.isWritable()) {
          writeRest(ready);
        }
        if (ready.isReadable()) {
          read((SocketChannel) ready.channel(), buffer);
        }
      }
    } catch (IOException e) {
      lose();
    }
  }

  /** Sends as much as window and socket take; the buffer is for that. */
  void publish(ByteBuffer buffer) {
    if (!isOpen || unwritten != null) {
      return;
    }
    buffer.clear();
    long now = System.nanoTime();
    while (!window.isFull()) {
      Message message = buffer.remaining() < MqttPublisher.ROOM ? null : script.next(number);
      if (message == null) {
        break;
      }
      window.send(message, now, buffer);
    }
    if (buffer.position() > 0) {
      write(buffer);
    }
  }

  boolean isOpen() {
    return isOpen;
  }

  int unanswered() {
    return window.open();
  }

  void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // it is gone, which is what was wanted
    }
    channel = null;
  }

  private void greet() {
    byte[] clientId = script.clientId(number).getBytes(UTF_8);
    int length = PROTOCOL.length + 1 + 2 + 2 + clientId.length;
    ByteBuffer out = ByteBuffer.allocate(2 + length);
    out.put((byte) 0x10).put((byte) length).put(PROTOCOL).put((byte) CLEAN_SESSION);
    out.putShort((short) KEEP_ALIVE_SECONDS).putShort((short) clientId.length).put(clientId);
    write(out);
  }

  private void read(SocketChannel from, ByteBuffer buffer) throws IOException {
    buffer.clear();
    int count = from.read(buffer);
    if (count < 0) {
      lose();
      return;
    }
    long now = System.nanoTime();
    buffer.flip();
    while (buffer.hasRemaining() && channel != null) {
      answer.put(buffer.get());
      if (answer.position() >= 2 && answer.position() == 2 + answer.get(1)) {
        answered(now);
        answer.clear();
      }
    }
  }

  private void answered(long now) {
    if (answer.get(0) == PUBACK) {
      Window.Sent sent = window.acknowledged(answer.getShort(2) & 0xFFFF);
      script.acknowledged(number, sent.message(), now - sent.atNanos());
    } else if (answer.get(0) == CONNACK && answer.get(3) == 0) {
      isOpen = true;
      if (window.open() > 0) {
        ByteBuffer again = ByteBuffer.allocate(window.bytes());
        window.sendAgain(now, again);
        write(again);
      }
    } else {
      lose();
    }
  }

  private void write(ByteBuffer out) {
    out.flip();
    try {
      if (channel != null && key != null) {
        channel.write(out);
        if (out.hasRemaining()) {
          unwritten = ByteBuffer.allocate(out.remaining()).put(out).flip();
          key.interestOpsOr(SelectionKey.OP_WRITE);
        }
      }
    } catch (IOException e) {
      lose();
    }
  }

  private void writeRest(SelectionKey ready) throws IOException {
    if (unwritten != null) {
      ((SocketChannel) ready.channel()).write(unwritten);
      if (unwritten.hasRemaining()) {
        return;
      }
      unwritten = null;
    }
    ready.interestOpsAnd(~SelectionKey.OP_WRITE);
  }

  private void lose() {
    close();
    isOpen = false;
    unwritten = null;
    answer.clear();
    retryAt = System.nanoTime() + RETRY_NANOS;
    script.lost(number);
  }
}
