package org.kitstream.ops.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Publishes with QoS 1 over many MQTT 3.1.1 connections from one thread, cheaply enough to load a
 * server on the same machine. A connection that is lost is made again, and what was not
 * acknowledged is sent again. Used by one thread, but for {@link #open()}.
 */
public final class MqttPublisher implements AutoCloseable {

  /** A publish must be smaller than this, in bytes. */
  static final int ROOM = 16 * 1024;

  private static final int BUFFER = 256 * 1024;
  private static final long PAUSE_MS = 2;
  private static final long SWEEP_NANOS = Duration.ofMillis(5).toNanos();

  private final Selector selector;
  private final List<Line> lines;
  private final int connectsAtOnce;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private long lastSweep;
  private int nextToConnect;

  /**
   * What to load.
   *
   * @param connections how many
   * @param window how many publishes of one connection may be unacknowledged, 1 to 60,000
   * @param connectsPerSecond how many connections are begun in a second at most
   */
  public record Target(
      InetSocketAddress door, int connections, int window, int connectsPerSecond) {}

  /** Connects nothing yet; {@link #run} does. */
  public MqttPublisher(Target target, Script script) {
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.connectsAtOnce =
        (int) Math.max(1, target.connectsPerSecond() * SWEEP_NANOS / 1_000_000_000);
    this.lines =
        IntStream.range(0, target.connections())
            .mapToObj(number -> new Line(number, target, script))
            .toList();
    this.lastSweep = System.nanoTime() - SWEEP_NANOS;
  }

  /** Connects and publishes for as long as it is told to. */
  public void run(BooleanSupplier goOn) {
    while (goOn.getAsBoolean()) {
      try {
        selector.select(this::ready, PAUSE_MS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      long now = System.nanoTime();
      if (now - lastSweep >= SWEEP_NANOS) {
        lastSweep = now;
        sweep(now);
      }
    }
  }

  /** How many connections are open. */
  public long open() {
    return lines.stream().filter(Line::isOpen).count();
  }

  /** How many publishes are not acknowledged. */
  public long unanswered() {
    return lines.stream().mapToLong(Line::unanswered).sum();
  }

  @Override
  public void close() {
    lines.forEach(Line::close);
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ready(SelectionKey key) {
    Line line = (Line) key.attachment();
    line.ready(key, buffer);
    line.publish(buffer);
  }

  /** Visits every line: some are to connect, others had nothing to say before. */
  private void sweep(long now) {
    for (int i = 0; i < Math.min(connectsAtOnce, lines.size()); i++) {
      lines.get(nextToConnect).connectIfDue(selector, now);
      nextToConnect = (nextToConnect + 1) % lines.size();
    }
    for (Line line : lines) {
      line.publish(buffer);
    }
  }
}
