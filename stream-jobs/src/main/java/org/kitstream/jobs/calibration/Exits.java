package org.kitstream.jobs.calibration;

import java.time.Instant;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal;

/** Where a reading can leave the operator. Whatever leaves is counted. */
final class Exits {

  private final Collector<ProcessedReading> main;
  private final SideOutput side;
  private final Instant now;
  private final CalibrationCounters counters;

  Exits(
      Collector<ProcessedReading> main,
      SideOutput side,
      long nowMillis,
      CalibrationCounters counters) {
    this.main = main;
    this.side = side;
    this.now = Instant.ofEpochMilli(nowMillis);
    this.counters = counters;
  }

  /** The part that Flink's contexts have in common. */
  interface SideOutput {
    <X> void output(OutputTag<X> tag, X value);
  }

  /** Processing time. */
  Instant now() {
    return now;
  }

  void emit(RawReading reading, Outcome outcome) {
    for (ProcessedReading processed : outcome.processed()) {
      counters.processed(processed.cause());
      main.collect(processed);
    }
    if (outcome.latest() != null) {
      side.output(CalibrateFunction.LATEST, outcome.latest());
    }
    for (Refusal refusal : outcome.refusals()) {
      quarantine(reading, refusal);
    }
    if (outcome.processed().isEmpty() && outcome.refusals().isEmpty()) {
      counters.emptyPayloads.inc();
    }
  }

  void quarantine(RawReading reading, Refusal refusal) {
    counters.quarantined(refusal.reason());
    side.output(CalibrateFunction.QUARANTINE, Quarantine.of(reading, refusal, now));
  }
}
