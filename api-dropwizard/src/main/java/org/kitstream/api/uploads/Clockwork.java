package org.kitstream.api.uploads;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.uploads.UploadReport.Suspicion;

/**
 * Looks at the times of rows, in their order in the file, for what a wrong clock or a broken card
 * leaves behind. Uses the same little memory for any file. Not thread-safe.
 */
final class Clockwork {

  private static final Instant FIRST_KITS = Instant.parse("2010-01-01T00:00:00Z");

  /** Steps from which the usual one is told. */
  private static final int SAMPLE = 101;

  /** A gap is this many usual steps, and not less than an hour. */
  private static final int MISSED_STEPS = 10;

  private static final Duration SHORTEST_GAP = Duration.ofHours(1);

  private final Instant receivedAt;
  private final List<Long> sample = new ArrayList<>();
  private final Tally.Count before2010 = new Tally.Count();
  private final Tally.Count ahead = new Tally.Count();
  private final Tally.Count back = new Tally.Count();
  private final Tally.Count repeats = new Tally.Count();
  private final Tally.Count gaps = new Tally.Count();
  private @Nullable Instant previous;
  private @Nullable Instant from;
  private @Nullable Instant to;
  private Duration longestGap = Duration.ZERO;

  Clockwork(Instant receivedAt) {
    this.receivedAt = receivedAt;
  }

  void tick(long line, Instant time) {
    if (time.isBefore(FIRST_KITS)) {
      before2010.at(line);
    }
    if (time.isAfter(receivedAt)) {
      ahead.at(line);
    }
    if (previous != null) {
      step(line, Duration.between(previous, time));
    }
    previous = time;
    from = from == null || time.isBefore(from) ? time : from;
    to = to == null || time.isAfter(to) ? time : to;
  }

  @Nullable Instant from() {
    return from;
  }

  @Nullable Instant to() {
    return to;
  }

  List<UploadReport.Problem> problems() {
    List<UploadReport.Problem> problems = new ArrayList<>();
    problems.addAll(
        before2010.as(
            Suspicion.CLOCK_BEFORE_2010,
            "Times before 2010: the kit's clock was not set when it measured."));
    problems.addAll(ahead.as(Suspicion.CLOCK_AHEAD, "Times that have not come yet."));
    problems.addAll(back.as(Suspicion.TIME_GOES_BACK, "Times before that of the row above."));
    problems.addAll(
        repeats.as(
            Suspicion.TIME_REPEATS,
            "The same time in two rows, one after the other: the later row counts."));
    problems.addAll(
        gaps.as(
            Suspicion.GAPS,
            "Nothing for an hour or more, at the longest for %d hours."
                .formatted(longestGap.toHours())));
    return problems;
  }

  private void step(long line, Duration step) {
    if (step.isNegative()) {
      back.at(line);
    } else if (step.isZero()) {
      repeats.at(line);
    } else {
      if (sample.size() < SAMPLE) {
        sample.add(step.toSeconds());
        Collections.sort(sample);
      }
      long usual = sample.get((sample.size() - 1) / 2);
      if (step.compareTo(SHORTEST_GAP) > 0 && step.toSeconds() > MISSED_STEPS * usual) {
        gaps.at(line);
        longestGap = step.compareTo(longestGap) > 0 ? step : longestGap;
      }
    }
  }
}
