package org.kitstream.bridge;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A kit that publishes numbered readings until each is acknowledged, over as many connections as
 * that takes. Whoever knows device and number knows the value.
 */
final class LedgerKit {

  private static final int WINDOW = 8;
  private static final Duration RETRY = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final long device;
  private final int readings;
  private final AtomicLong ticks;
  private final LongAdder sent = new LongAdder();
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

  /**
   * A kit that has not begun.
   *
   * @param ticks counts every acknowledgement, of all kits
   */
  LedgerKit(long device, int readings, AtomicLong ticks) {
    this.device = device;
    this.readings = readings;
    this.ticks = ticks;
  }

  /** Where a test opens connections. */
  interface Way {
    RawClient open() throws IOException;
  }

  /** Publishes until all is acknowledged. */
  void publishAll(Way way, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (acknowledged.size() < readings && System.nanoTime() < deadline) {
      try (RawClient client = way.open()) {
        publishRest(client.introduced(token(device)));
      } catch (IOException | AssertionError e) { // lost, refused or silent: another connection
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
  }

  Set<Integer> acknowledged() {
    return acknowledged;
  }

  /** How many publishes it sent, repetitions included. */
  int sent() {
    return sent.intValue();
  }

  long device() {
    return device;
  }

  /** The token of a device in a ledger. */
  static String token(long device) {
    return "ledger" + device;
  }

  /** The only right payload of that reading: the value is a hash of device, sensor and time. */
  static String payload(long device, int reading) {
    long time = 1_700_000_000L + 60L * reading;
    long mixed = (device * 31 + 55) * 31 + time;
    mixed = (mixed ^ mixed >>> 29) * 0x9E3779B97F4A7C15L;
    return "{t:" + java.time.Instant.ofEpochSecond(time) + ",55:" + (mixed >>> 44) + "}";
  }

  private void publishRest(RawClient client) throws IOException {
    int next = 1;
    int open = 0;
    while (acknowledged.size() < readings) {
      while (open < WINDOW && next <= readings) {
        if (!acknowledged.contains(next)) {
          sent.increment();
          client.send(publish(next));
          open++;
        }
        next++;
      }
      MqttMessage answer =
          client.next(PATIENCE).orElseThrow(() -> new IOException("no acknowledgement"));
      if (answer.fixedHeader().messageType() == MqttMessageType.PUBACK) {
        acknowledged.add(((MqttMessageIdVariableHeader) answer.variableHeader()).messageId());
        ticks.incrementAndGet();
        open--;
      }
    }
  }

  private MqttMessage publish(int reading) {
    return RawClient.publish(
        MqttQoS.AT_LEAST_ONCE,
        reading,
        "device/sck/" + token(device) + "/readings/raw",
        payload(device, reading));
  }
}
