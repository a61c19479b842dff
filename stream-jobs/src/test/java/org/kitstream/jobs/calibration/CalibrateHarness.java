package org.kitstream.jobs.calibration;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;

/** The calibration operator without a cluster. */
final class CalibrateHarness implements AutoCloseable {

  private final KeyedBroadcastOperatorTestHarness<
          Long, DeviceEvent, SensorCatalogue, ProcessedReading>
      harness;

  private CalibrateHarness(@Nullable OperatorSubtaskState state) throws Exception {
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new CalibrateFunction(), List.of(CalibrateFunction.CATALOGUE)),
            DeviceEvent::deviceId,
            Types.LONG,
            1,
            1,
            0);
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  static CalibrateHarness start() throws Exception {
    return new CalibrateHarness(null);
  }

  static CalibrateHarness restore(OperatorSubtaskState state) throws Exception {
    return new CalibrateHarness(state);
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  void catalogue(SensorCatalogue catalogue) throws Exception {
    harness.processBroadcastElement(new StreamRecord<>(catalogue));
  }

  void profile(DeviceProfile profile) throws Exception {
    harness.processElement(
        new StreamRecord<>(DeviceEvent.of(new ProfileChange(profile.deviceId(), profile))));
  }

  void noProfile(long deviceId) throws Exception {
    harness.processElement(new StreamRecord<>(DeviceEvent.of(new ProfileChange(deviceId, null))));
  }

  void reading(RawReading reading) throws Exception {
    harness.processElement(new StreamRecord<>(DeviceEvent.of(reading)));
  }

  void time(long millis) throws Exception {
    harness.setProcessingTime(millis);
  }

  List<ProcessedReading> processed() {
    return harness.extractOutputValues();
  }

  /** The readings so far, which are not kept: for measuring. */
  void discardOutput() {
    harness.getOutput().clear();
    harness.getSideOutput(CalibrateFunction.LATEST).clear();
  }

  List<LatestDocument> latest() {
    return side(CalibrateFunction.LATEST);
  }

  LatestDocument newest() {
    List<LatestDocument> all = latest();
    return all.get(all.size() - 1);
  }

  List<QuarantinedReading> quarantined() {
    return side(CalibrateFunction.QUARANTINE);
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) { // the harness declares nothing narrower
      throw new IllegalStateException(e);
    }
  }

  private <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    var records = harness.getSideOutput(tag);
    if (records != null) {
      records.forEach(element -> values.add(element.getValue()));
    }
    return values;
  }
}
