package org.kitstream.api.forwarding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.kitstream.contract.reading.ProcessedReading;

/**
 * Puts readings together that came in one message, as far as they come one soon after the other. A
 * batch ends with the device's next message, {@link #IDLE} after its last reading, or when it is
 * full. Used by one thread.
 */
final class OpenBatches {

  /** The readings of a message are emitted in one go. */
  static final Duration IDLE = Duration.ofMillis(200);

  /** With 20 sensors this stays well below what Kafka takes in a record. */
  static final int MOST_READINGS = 250;

  /** By device, the one that was extended longest ago first. */
  private final Map<Long, Open> byDevice = new LinkedHashMap<>();

  private List<Batch> ended = new ArrayList<>();

  private static final class Open {
    private final TopicPartition partition;
    private final long firstOffset;
    private final List<ProcessedReading> readings = new ArrayList<>();
    private long extendedAt;

    Open(TopicPartition partition, long firstOffset) {
      this.partition = partition;
      this.firstOffset = firstOffset;
    }

    private boolean hasRoomFor(ProcessedReading reading) {
      return readings.size() < MOST_READINGS
          && readings.get(0).messageId().equals(reading.messageId());
    }

    private Batch toBatch() {
      return new Batch(readings.get(0).deviceId(), List.copyOf(readings));
    }
  }

  /**
   * Adds a reading.
   *
   * @param now in nanoseconds of {@link System#nanoTime}
   */
  void add(TopicPartition partition, long offset, ProcessedReading reading, long now) {
    Open open = byDevice.remove(reading.deviceId());
    if (open != null && !open.hasRoomFor(reading)) {
      ended.add(open.toBatch());
      open = null;
    }
    if (open == null) {
      open = new Open(partition, offset);
    }
    open.readings.add(reading);
    open.extendedAt = now;
    byDevice.put(reading.deviceId(), open);
  }

  /** Takes out the batches that have ended by now, in the order in which they did. */
  List<Batch> takeEnded(long now) {
    Iterator<Open> silentFirst = byDevice.values().iterator();
    while (silentFirst.hasNext()) {
      Open open = silentFirst.next();
      if (now - open.extendedAt < IDLE.toNanos()) {
        break;
      }
      ended.add(open.toBatch());
      silentFirst.remove();
    }
    List<Batch> taken = ended;
    ended = new ArrayList<>();
    return taken;
  }

  /** The first record of the partition that is in no batch that was taken. */
  OptionalLong firstOpen(TopicPartition partition) {
    return byDevice.values().stream()
        .filter(open -> open.partition.equals(partition))
        .mapToLong(open -> open.firstOffset)
        .min();
  }

  void forget() {
    byDevice.clear();
    ended.clear();
  }
}
