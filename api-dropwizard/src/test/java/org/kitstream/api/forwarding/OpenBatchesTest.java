package org.kitstream.api.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OpenBatchesTest {

  private static final TopicPartition PARTITION = new TopicPartition("readings.processed", 0);
  private static final long MILLISECOND = 1_000_000;
  private static final long IDLE = OpenBatches.IDLE.toNanos();

  private final OpenBatches open = new OpenBatches();
  private long offset;

  @Test
  void aBatchEndsWithTheDevicesNextMessage() {
    add(1, "a", 0, 0);
    add(2, "x", 0, 0);
    add(1, "a", 1, 0);
    assertThat(open.takeEnded(0)).isEmpty();
    add(1, "b", 2, 0);
    assertThat(open.takeEnded(0))
        .containsExactly(
            new Batch(1, List.of(Readings.of(1, "a", 0, 0), Readings.of(1, "a", 1, 1))));
  }

  @Test
  void aBatchEndsWhenNothingMoreComes() {
    add(1, "a", 0, 0);
    add(2, "x", 0, 100 * MILLISECOND);
    add(1, "a", 1, 150 * MILLISECOND);
    assertThat(open.takeEnded(IDLE)).isEmpty();
    assertThat(open.takeEnded(100 * MILLISECOND + IDLE))
        .extracting(Batch::deviceId)
        .containsExactly(2L);
    assertThat(open.takeEnded(150 * MILLISECOND + IDLE)).hasSize(1);
    assertThat(open.takeEnded(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void aBatchHasABound() {
    IntStream.range(0, OpenBatches.MOST_READINGS + 1).forEach(i -> add(1, "a", i, 0));
    assertThat(open.takeEnded(0))
        .singleElement()
        .satisfies(batch -> assertThat(batch.readings()).hasSize(OpenBatches.MOST_READINGS));
  }

  @Test
  void whatIsOpenIsNotDealtWith() {
    add(1, "a", 0, 0);
    add(2, "x", 0, 50 * MILLISECOND);
    add(1, "b", 1, 50 * MILLISECOND);
    assertThat(open.firstOpen(PARTITION)).hasValue(1);
    assertThat(open.firstOpen(new TopicPartition("readings.processed", 1))).isEmpty();
    open.forget();
    assertThat(open.firstOpen(PARTITION)).isEmpty();
    assertThat(open.takeEnded(Long.MAX_VALUE)).isEmpty();
  }

  private void add(long device, String message, int second, long now) {
    open.add(PARTITION, offset++, Readings.of(device, message, second, second), now);
  }
}
