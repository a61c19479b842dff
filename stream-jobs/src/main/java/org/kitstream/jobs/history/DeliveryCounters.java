package org.kitstream.jobs.history;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/**
 * {@code lines_stored}, {@code lines_refused} and {@code retries} of one writer since its start.
 */
final class DeliveryCounters {

  final Counter stored;
  final Counter refused;
  final Counter retries;

  DeliveryCounters(MetricGroup group) {
    stored = group.counter("lines_stored", new ThreadSafeSimpleCounter());
    refused = group.counter("lines_refused", new ThreadSafeSimpleCounter());
    retries = group.counter("retries", new ThreadSafeSimpleCounter());
  }
}
