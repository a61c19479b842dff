package org.kitstream.jobs.calibration;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * What the job has done since it was started, in this task: {@code processed_live}, {@code
 * processed_late}, {@code quarantined_<reason>}, {@code empty_payloads} (nothing in them to process
 * or refuse), {@code waiting_begun} and {@code waiting_ended}. {@code failed} counts the payloads
 * that made something throw; they are quarantined as well. It should stay 0.
 */
final class CalibrationCounters {

  final Counter emptyPayloads;
  final Counter failed;
  final Counter waitingBegun;
  final Counter waitingEnded;
  private final Map<Cause, Counter> processed = new EnumMap<>(Cause.class);
  private final Map<Reason, Counter> quarantined = new EnumMap<>(Reason.class);

  CalibrationCounters(MetricGroup group) {
    emptyPayloads = group.counter("empty_payloads");
    failed = group.counter("failed");
    waitingBegun = group.counter("waiting_begun");
    waitingEnded = group.counter("waiting_ended");
    for (Cause cause : Cause.values()) {
      processed.put(cause, group.counter("processed_" + lowerCase(cause)));
    }
    for (Reason reason : Reason.values()) {
      quarantined.put(reason, group.counter("quarantined_" + lowerCase(reason)));
    }
  }

  void processed(Cause cause) {
    count(processed, cause);
  }

  void quarantined(Reason reason) {
    count(quarantined, reason);
  }

  private static <K> void count(Map<K, Counter> counters, K key) {
    Counter counter = counters.get(key);
    if (counter != null) {
      counter.inc();
    }
  }

  private static String lowerCase(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
