package org.kitstream.jobs.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.jobs.TestDevices.CATALOGUE;
import static org.kitstream.jobs.TestDevices.NOON;
import static org.kitstream.jobs.TestDevices.archived;
import static org.kitstream.jobs.TestDevices.device;
import static org.kitstream.jobs.TestDevices.jsonReading;
import static org.kitstream.jobs.TestDevices.shortReading;

import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.reading.SensorValue;
import org.kitstream.contract.reading.Via;

class CalibrateFunctionTest {

  private static final String AT_NOON = "{t:2024-05-01T12:00:00Z,55:21.4}";
  private static final String BEFORE_NOON = "{t:2024-05-01T11:59:00Z,55:20}";

  @Test
  void calibratesToTheLastDigit() throws Exception {
    try (var job = ready()) {
      job.time(7_000);
      RawReading reading = shortReading(9, "{t:2024-05-01T12:00:00Z,12:25132,55:21.4}");

      job.reading(reading);

      assertThat(job.processed())
          .containsExactly(
              new ProcessedReading(
                  9,
                  NOON,
                  NOON.plusSeconds(1),
                  Instant.ofEpochMilli(7_000),
                  Cause.LIVE,
                  1,
                  reading.messageId(),
                  List.of(
                      new SensorValue(12, 25132, 14.38578857421875, 1, 0),
                      new SensorValue(55, 21.4, 21.4, 0, 0))));
    }
  }

  @Test
  void lateDataIsProcessedButLeavesLatestAlone() throws Exception {
    try (var job = ready()) {
      job.reading(shortReading(9, AT_NOON));
      job.reading(shortReading(9, BEFORE_NOON));

      assertThat(job.processed())
          .extracting(ProcessedReading::cause)
          .containsExactly(Cause.LIVE, Cause.LATE);
      assertThat(job.latest()).hasSize(1);
    }
  }

  @Test
  void aCorrectionOfTheNewestReadingIsLateAndMovesLatest() throws Exception {
    try (var job = ready()) {
      job.reading(shortReading(9, AT_NOON));
      job.reading(shortReading(9, "{t:2024-05-01T12:00:00Z,55:22}"));

      assertThat(job.processed())
          .extracting(ProcessedReading::cause)
          .containsExactly(Cause.LIVE, Cause.LATE);
      assertThat(job.newest().values().get(0).raw()).isEqualTo(22);
    }
  }

  @Test
  void anExactRepetitionDoesNotTouchTheDocument() throws Exception {
    try (var job = ready()) {
      job.reading(shortReading(9, AT_NOON));
      job.reading(shortReading(9, AT_NOON));

      assertThat(job.processed()).hasSize(2);
      assertThat(job.latest()).hasSize(1);
    }
  }

  @Test
  void aTimeAtTheEpochIsStoredButNeverTheLatest() throws Exception {
    try (var job = ready()) {
      job.reading(shortReading(9, "{t:1970-01-01T00:00:00Z,55:1}"));
      job.reading(shortReading(9, "{t:1970-01-01T00:00:01Z,55:2}"));

      assertThat(job.processed())
          .extracting(ProcessedReading::cause)
          .containsExactly(Cause.LATE, Cause.LIVE);
      assertThat(job.latest()).hasSize(1);
    }
  }

  @Test
  void itemsOfOneTimeAreMergedAndTheLastNumberOfASensorCounts() throws Exception {
    try (var job = ready()) {
      job.reading(
          jsonReading(
              9,
              """
              {"data":[
                {"recorded_at":"2024-05-01T12:00:00Z",
                 "sensors":[{"id":55,"value":1},{"id":"t","value":2}]},
                {"recorded_at":"2024-05-01 12:00:00","sensors":[{"id":"temp","value":25132}]}]}"""));

      assertThat(job.processed()).hasSize(1);
      assertThat(job.processed().get(0).values())
          .extracting(SensorValue::raw)
          .containsExactly(25132.0, 2.0);
    }
  }

  @Test
  void onlyTheNewestItemOfABatchMovesLatest() throws Exception {
    try (var job = ready()) {
      job.reading(
          jsonReading(
              9,
              """
              {"data":[
                {"recorded_at":"2024-05-01T12:00:00Z","sensors":[{"id":55,"value":2}]},
                {"recorded_at":"2024-05-01T11:00:00Z","sensors":[{"id":12,"value":1}]}]}"""));

      assertThat(job.processed())
          .extracting(ProcessedReading::recordedAt)
          .containsExactly(NOON.minusSeconds(3600), NOON);
      assertThat(job.latest()).hasSize(1);
      assertThat(job.newest().values()).extracting(value -> value.sensorId()).containsExactly(55);
    }
  }

  @Test
  void oneBadPartNeverHarmsItsNeighbours() throws Exception {
    try (var job = ready()) {
      job.reading(
          jsonReading(
              9,
              """
              {"data":[
                {"sensors":[{"id":55,"value":2}]},
                {"recorded_at":"2024-05-02T12:00:02Z","sensors":[{"id":55,"value":1}]},
                {"recorded_at":"2024-05-01T12:00:00Z",
                 "sensors":[{"id":55,"value":7},{"id":55000,"value":1},{"id":53,"value":"x"}]}]}"""));

      assertThat(reasons(job))
          .containsExactlyInAnyOrder(
              Reason.TIME_MISSING,
              Reason.TIME_OUT_OF_RANGE,
              Reason.UNKNOWN_SENSOR,
              Reason.VALUE_NOT_A_NUMBER);
      assertThat(job.processed().get(0).values()).extracting(SensorValue::raw).containsExactly(7.0);
    }
  }

  @Test
  void theCatalogueKnowsSensorsThatTheDeviceLacks() throws Exception {
    try (var job = ready()) {
      job.reading(shortReading(9, "{t:2024-05-01T12:00:00Z,53:48.45}"));

      assertThat(job.processed().get(0).values())
          .containsExactly(new SensorValue(53, 48.45, 48.45, 0, 0));
    }
  }

  @Test
  void whatCannotBeParsedIsQuarantinedWholeAndTheNextIsProcessed() throws Exception {
    try (var job = ready()) {
      job.reading(shortReading(9, "{t:now,55:1}"));
      job.reading(shortReading(9, AT_NOON));

      QuarantinedReading refused = job.quarantined().get(0);
      assertThat(refused.refusal().reason()).isEqualTo(Reason.NOT_PARSED);
      assertThat(new String(refused.payload(), UTF_8)).isEqualTo("{t:now,55:1}");
      assertThat(job.processed()).hasSize(1);
    }
  }

  @Test
  void rowsWithoutTheLineThatNamesTheirColumnsAreQuarantined() throws Exception {
    try (var job = ready()) {
      byte[] payload = "1,2,3".getBytes(UTF_8);
      job.reading(new RawReading(9, "m", PayloadFormat.CSV_ROW, Via.UPLOAD, NOON, payload));

      assertThat(reasons(job)).containsExactly(Reason.NOT_PARSED);
    }
  }

  @Test
  void manyRefusalsOfOnePayloadAreToldInFew() throws Exception {
    try (var job = ready()) {
      var payload = new StringBuilder("{t:2024-05-01T12:00:00Z");
      for (int i = 0; i < 500; i++) {
        payload.append(',').append(1000 + i).append(":1");
      }
      job.reading(shortReading(9, payload.append('}').toString()));

      assertThat(job.quarantined()).hasSize(Refusals.BOUND + 1);
      assertThat(job.quarantined().get(Refusals.BOUND).refusal().sentence()).contains("484");
    }
  }

  @Test
  void anArchivedDeviceTakesNoReadings() throws Exception {
    try (var job = ready()) {
      job.profile(archived(device(9, 1)));
      job.reading(shortReading(9, AT_NOON));

      assertThat(job.processed()).isEmpty();
      assertThat(reasons(job)).containsExactly(Reason.UNKNOWN_DEVICE);
    }
  }

  @Test
  void anOlderRevisionNeverReplacesANewerOne() throws Exception {
    try (var job = ready()) {
      job.profile(device(9, 5));
      job.profile(device(9, 4));
      job.reading(shortReading(9, AT_NOON));

      assertThat(job.processed().get(0).revision()).isEqualTo(5);
    }
  }

  @Test
  void anOlderCatalogueNeverReplacesANewerOne() throws Exception {
    try (var job = ready()) {
      job.catalogue(new SensorCatalogue(0, List.of()));
      job.reading(shortReading(9, "{t:2024-05-01T12:00:00Z,53:48.45}"));

      assertThat(job.processed()).hasSize(1);
    }
  }

  @Test
  void aNewerCatalogueCountsAtOnce() throws Exception {
    try (var job = ready()) {
      job.reading(shortReading(9, "{t:2024-05-01T11:00:00Z,77:1}"));
      job.catalogue(new SensorCatalogue(2, List.of(new SensorCatalogue.Entry(77, null))));
      job.reading(shortReading(9, "{t:2024-05-01T12:00:00Z,77:1}"));

      assertThat(reasons(job)).containsExactly(Reason.UNKNOWN_SENSOR);
      assertThat(job.processed()).hasSize(1);
    }
  }

  @Test
  void readingsWaitForProfileAndCatalogueInOrder() throws Exception {
    try (var job = CalibrateHarness.start()) {
      job.reading(shortReading(9, BEFORE_NOON));
      job.profile(device(9, 1));
      job.reading(shortReading(9, AT_NOON));
      assertThat(job.processed()).isEmpty();

      job.catalogue(CATALOGUE);

      assertThat(job.processed())
          .extracting(ProcessedReading::recordedAt)
          .containsExactly(NOON.minusSeconds(60), NOON);
      assertThat(job.newest().recordedAt()).isEqualTo(NOON);
    }
  }

  @Test
  void aReadingWaitsForItsProfileForAMinute() throws Exception {
    try (var job = CalibrateHarness.start()) {
      job.catalogue(CATALOGUE);
      job.time(0);
      job.reading(shortReading(9, BEFORE_NOON));
      job.time(30_000);
      job.reading(shortReading(9, AT_NOON));
      job.time(59_999);
      assertThat(job.quarantined()).isEmpty();

      job.time(60_000);
      assertThat(reasons(job)).containsExactly(Reason.UNKNOWN_DEVICE);

      job.profile(device(9, 1));
      assertThat(job.processed()).extracting(ProcessedReading::recordedAt).containsExactly(NOON);
      job.time(120_000);
      assertThat(job.quarantined()).hasSize(1);
    }
  }

  @Test
  void theWaitingRoomIsBounded() throws Exception {
    try (var job = CalibrateHarness.start()) {
      for (int i = 0; i <= WaitingRoom.MAX_READINGS; i++) {
        job.reading(shortReading(9, AT_NOON));
      }
      assertThat(job.quarantined()).hasSize(1);
    }
  }

  @Test
  void theWaitingRoomIsBoundedInBytes() throws Exception {
    try (var job = CalibrateHarness.start()) {
      String large = "x".repeat((int) WaitingRoom.MAX_BYTES / 2);
      job.reading(shortReading(9, large));
      job.reading(shortReading(9, large));
      job.reading(shortReading(9, "x"));

      assertThat(job.quarantined()).hasSize(1);
    }
  }

  @Test
  void aDeviceThatIsGoneIsUnknown() throws Exception {
    try (var job = ready()) {
      job.time(0);
      job.noProfile(9);
      job.reading(shortReading(9, AT_NOON));
      job.time(60_000);

      assertThat(job.processed()).isEmpty();
      assertThat(reasons(job)).containsExactly(Reason.UNKNOWN_DEVICE);
    }
  }

  @Test
  void restoredStateGoesOnWhereItWas() throws Exception {
    OperatorSubtaskState state;
    try (var job = ready()) {
      job.reading(shortReading(9, AT_NOON));
      job.reading(shortReading(10, BEFORE_NOON));
      state = job.snapshot();
    }
    try (var job = CalibrateHarness.restore(state)) {
      job.reading(shortReading(9, "{t:2024-05-01T12:01:00Z,12:25132}"));
      job.reading(shortReading(9, BEFORE_NOON));
      assertThat(job.processed())
          .extracting(ProcessedReading::cause)
          .containsExactly(Cause.LIVE, Cause.LATE);
      assertThat(job.newest().values())
          .extracting(value -> value.raw())
          .containsExactly(25132.0, 21.4);

      job.profile(device(10, 1));
      assertThat(job.processed().get(2).deviceId()).isEqualTo(10);
    }
  }

  private static CalibrateHarness ready() throws Exception {
    var job = CalibrateHarness.start();
    job.catalogue(CATALOGUE);
    job.profile(device(9, 1));
    return job;
  }

  private static List<Reason> reasons(CalibrateHarness job) {
    return job.quarantined().stream().map(refused -> refused.refusal().reason()).toList();
  }
}
