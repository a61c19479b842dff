package org.kitstream.api.uploads;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import java.util.List;
import org.kitstream.api.raw.NotDeliveredException;
import org.kitstream.api.raw.RawReadings;
import org.kitstream.contract.reading.RawReading;

/** Carries rows to the stream, no faster than is allowed, and counts them. Used by one thread. */
public final class UploadLine {

  private static final int MOST_ROWS = 2_000;

  private final RawReadings raw;
  private final UploadSettings settings;
  private final Counter rows;
  private final Counter refused;
  private final Counter retries;

  public UploadLine(RawReadings raw, UploadSettings settings, MetricRegistry metrics) {
    this.raw = raw;
    this.settings = settings;
    this.rows = metrics.counter("uploads.rows.accepted");
    this.refused = metrics.counter("uploads.rows.refused");
    this.retries = metrics.counter("uploads.retries");
  }

  double leaseSeconds() {
    return settings.lease().toMilliseconds() / 1e3;
  }

  /** Rows after which progress is noted; sending so many takes a second at most. */
  int rowsAtOnce() {
    return Math.min(MOST_ROWS, settings.rowsPerSecond());
  }

  /** Sends what may go at once; false when Kafka does not take it. */
  boolean send(List<RawReading> readings) throws InterruptedException {
    try {
      raw.send(readings);
      return true;
    } catch (NotDeliveredException e) {
      retries.inc();
      return false;
    }
  }

  void count(long accepted, long refusedRows) {
    rows.inc(accepted);
    refused.inc(refusedRows);
  }

  /** The milliseconds that so many rows have to take. */
  long pace(long sentRows) {
    return sentRows * 1_000 / settings.rowsPerSecond();
  }
}
