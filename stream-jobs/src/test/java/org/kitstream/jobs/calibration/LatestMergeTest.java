package org.kitstream.jobs.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.jobs.TestDevices.NOON;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;

class LatestMergeTest {

  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void theFirstDocumentHasNoPrevious() {
    assertThat(LatestMerge.merge(null, reading(NOON, value(55, 1, 2.0))))
        .isEqualTo(document(NOON, new LatestValue(55, 1, 2.0, null, null, NOON, 0)));
  }

  @Test
  void aSensorThatIsSentRarelyKeepsItsValueAndItsTime() {
    LatestDocument former =
        document(
            NOON,
            new LatestValue(12, 1, 2.0, 0.5, 0.6, NOON, 4),
            new LatestValue(55, 3, 4.0, null, null, NOON, 0),
            new LatestValue(60, 5, 6.0, null, null, NOON, 0));

    assertThat(LatestMerge.merge(former, reading(LATER, value(55, 7, 8.0), value(58, 9, null))))
        .isEqualTo(
            document(
                LATER,
                new LatestValue(12, 1, 2.0, 1.0, 2.0, NOON, 4),
                new LatestValue(55, 7, 8.0, 3.0, 4.0, LATER, 0),
                new LatestValue(58, 9, null, null, null, LATER, 0),
                new LatestValue(60, 5, 6.0, 5.0, 6.0, NOON, 0)));
  }

  @Test
  void whatIsKnownAlreadyChangesNothing() {
    LatestDocument former = document(NOON, new LatestValue(55, 3, 4.0, 1.0, 2.0, NOON, 0));

    assertThat(LatestMerge.merge(former, reading(NOON, value(55, 3, 4.0)))).isNull();
  }

  @Test
  void anotherSensorAtTheSameTimeIsAChange() {
    LatestDocument former = document(NOON, new LatestValue(55, 3, 4.0, 1.0, 2.0, NOON, 0));

    assertThat(LatestMerge.merge(former, reading(NOON, value(12, 5, 6.0))))
        .isEqualTo(
            document(
                NOON,
                new LatestValue(12, 5, 6.0, null, null, NOON, 0),
                new LatestValue(55, 3, 4.0, 3.0, 4.0, NOON, 0)));
  }

  @Test
  void theSameNumberAtALaterTimeIsAChange() {
    LatestDocument former = document(NOON, new LatestValue(55, 3, 4.0, 1.0, 2.0, NOON, 0));

    assertThat(LatestMerge.merge(former, reading(LATER, value(55, 3, 4.0))))
        .isEqualTo(document(LATER, new LatestValue(55, 3, 4.0, 3.0, 4.0, LATER, 0)));
  }

  @Test
  void whatComesThroughAddReplacesTheDocument() {
    LatestDocument former =
        document(
            NOON,
            new LatestValue(12, 1, 2.0, 0.5, 0.6, NOON, 0),
            new LatestValue(55, 3, 4.0, null, null, NOON, 0));

    assertThat(LatestMerge.replace(former, reading(LATER, value(12, 5, 6.0))))
        .isEqualTo(document(LATER, new LatestValue(12, 5, 6.0, 1.0, 2.0, LATER, 0)));
  }

  @Test
  void replacedByWhatIsKnownAlreadyOnlyTheRestLeaves() {
    LatestValue same = new LatestValue(12, 1, 2.0, 0.5, 0.6, NOON, 0);
    LatestDocument former = document(NOON, same, new LatestValue(55, 3, 4.0, null, null, NOON, 0));

    assertThat(LatestMerge.replace(former, reading(NOON, value(12, 1, 2.0))))
        .isEqualTo(document(NOON, same));
    assertThat(LatestMerge.replace(document(NOON, same), reading(NOON, value(12, 1, 2.0))))
        .isNull();
    assertThat(LatestMerge.replace(null, reading(NOON, value(12, 1, 2.0))))
        .isEqualTo(document(NOON, new LatestValue(12, 1, 2.0, null, null, NOON, 0)));
  }

  private static LatestDocument document(Instant recordedAt, LatestValue... values) {
    return new LatestDocument(9, recordedAt, LATER, LATER, 17, List.of(values));
  }

  private static ProcessedReading reading(Instant recordedAt, SensorValue... values) {
    return new ProcessedReading(9, recordedAt, LATER, LATER, Cause.LIVE, 17, "m", List.of(values));
  }

  private static SensorValue value(int sensorId, double raw, Double value) {
    return new SensorValue(sensorId, raw, value, 0, 0);
  }
}
