package org.kitstream.api.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;

class BatchTest {

  private static final Instant NOON = Readings.NOON;

  private final Batch batch =
      new Batch(9, List.of(Readings.of(9, "m", 60, 2.5), Readings.of(9, "m", 0, 1.5)));

  @Test
  void valuesComeByTime() {
    assertThat(batch.valuesOf(55))
        .containsExactly(
            new Batch.TimedValue(NOON, 1.5), new Batch.TimedValue(NOON.plusSeconds(60), 2.5));
    assertThat(batch.valuesOf(56)).isEmpty();
  }

  @Test
  void aValueThatIsNoNumberIsNone() {
    ProcessedReading broken =
        new ProcessedReading(
            9, NOON, NOON, NOON, Cause.LIVE, 1, "m", List.of(new SensorValue(55, 1, null, 1, 32)));
    assertThat(new Batch(9, List.of(broken)).valuesOf(55)).isEmpty();
  }

  @Test
  void aBatchGoesOverWhatTheLiveViewKnows() {
    LatestDocument known = document(NOON.minusSeconds(60), 0.5);
    LatestDocument over = batch.over(known);
    assertThat(over.recordedAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(over.values())
        .containsExactly(
            new LatestValue(55, 102.5, 2.5, 101.5, 1.5, NOON.plusSeconds(60), 0),
            new LatestValue(56, 7, 7.0, null, null, NOON.minusSeconds(60), 0));
  }

  @Test
  void aLiveViewThatIsAheadStands() {
    LatestDocument known = document(NOON.plusSeconds(60), 2.5);
    assertThat(batch.over(known)).isEqualTo(known);
  }

  @Test
  void aDeviceThatNeverSentAnythingHasItNow() {
    assertThat(batch.over(null).values())
        .containsExactly(new LatestValue(55, 102.5, 2.5, 101.5, 1.5, NOON.plusSeconds(60), 0));
  }

  private static LatestDocument document(Instant at, double value) {
    return new LatestDocument(
        9,
        at,
        at,
        at,
        1,
        List.of(
            new LatestValue(55, value + 100, value, null, null, at, 0),
            new LatestValue(56, 7, 7.0, null, null, at, 0)));
  }
}
