package org.kitstream.jobs.calibration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/** The times that a reading may bear. */
final class TimeRange {

  /** How far a kit's clock may be ahead of ours. */
  static final Duration AHEAD = Duration.ofDays(1);

  /** The first whole day that a 64 bit count of nanoseconds can name, as InfluxDB needs it. */
  static final Instant FIRST = Instant.parse("1677-09-22T00:00:00Z");

  /** The last whole day of that kind is the one before this. */
  static final Instant END = Instant.parse("2262-04-11T00:00:00Z");

  private TimeRange() {}

  /** Why a reading of that time cannot be taken; null if it can. */
  static @Nullable Refusal refusal(Instant recordedAt, Instant receivedAt) {
    boolean tooLate = recordedAt.isAfter(receivedAt.plus(AHEAD)) || !recordedAt.isBefore(END);
    if (tooLate || recordedAt.isBefore(FIRST)) {
      return new Refusal(
          Reason.TIME_OUT_OF_RANGE, "Timestamp not within range: " + recordedAt, "recorded_at");
    }
    return null;
  }

  /** Whether the time can be a clock's; 1970-01-01 and before is what an unset clock says. */
  static boolean isPlausible(Instant recordedAt) {
    return recordedAt.isAfter(Instant.EPOCH);
  }
}
