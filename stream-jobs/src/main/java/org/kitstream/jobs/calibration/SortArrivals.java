package org.kitstream.jobs.calibration;

import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.RawReading;

/** Readings on; refusals aside, counted as {@code malformed_records}. Without state. */
final class SortArrivals extends ProcessFunction<RawArrival, RawReading> {

  private transient @Nullable Counter malformed;

  @Override
  public void processElement(RawArrival arrival, Context context, Collector<RawReading> out) {
    if (arrival.reading() != null) {
      out.collect(arrival.reading());
    }
    if (arrival.refused() != null) {
      context.output(CalibrateFunction.QUARANTINE, arrival.refused());
      malformed().inc();
    }
  }

  private Counter malformed() {
    if (malformed == null) {
      malformed = getRuntimeContext().getMetricGroup().counter("malformed_records");
    }
    return malformed;
  }
}
