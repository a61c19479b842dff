package org.kitstream.jobs.status;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;

/** The status operator without a cluster, at a time that stands still until it is told. */
final class StatusHarness implements AutoCloseable {

  static final long DEVICE = 9;

  private static final long OTHER_DEVICE = 10;

  private final KeyedOneInputStreamOperatorTestHarness<Long, LatestDocument, DeviceStatus> harness;

  private StatusHarness() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new StatusFunction()),
            LatestDocument::deviceId,
            Types.LONG,
            1,
            1,
            0);
    harness.setup();
  }

  /** Starts from that state, or from none, at that time. */
  static StatusHarness start(@Nullable OperatorSubtaskState state, Instant now) throws Exception {
    var job = new StatusHarness();
    if (state != null) {
      job.harness.initializeState(state);
    }
    job.harness.open();
    job.time(now);
    return job;
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  void time(Instant now) throws Exception {
    harness.setProcessingTime(now.toEpochMilli());
  }

  /** A document that was made just now. */
  void hear(Instant recordedAt) throws Exception {
    hear(recordedAt, Instant.ofEpochMilli(harness.getProcessingTime()));
  }

  void hear(Instant recordedAt, Instant processedAt) throws Exception {
    hear(DEVICE, recordedAt, processedAt);
  }

  /** A document of another device, made at its reading time. */
  void hearOther(Instant recordedAt) throws Exception {
    hear(OTHER_DEVICE, recordedAt, recordedAt);
  }

  List<DeviceStatus> told() {
    return harness.extractOutputValues();
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) { // the harness declares nothing narrower
      throw new IllegalStateException(e);
    }
  }

  private void hear(long deviceId, Instant recordedAt, Instant processedAt) throws Exception {
    harness.processElement(
        new StreamRecord<>(
            new LatestDocument(deviceId, recordedAt, processedAt, processedAt, 1, List.of())));
  }
}
