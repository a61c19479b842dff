package org.kitstream.api.mail;

import java.time.Duration;

/**
 * How long a mail is tried.
 *
 * @param first the pause after the first failure; each further one is twice as long
 * @param longest the longest pause
 * @param attempts after so many a mail is given up
 */
record Retries(Duration first, Duration longest, int attempts) {

  /** For about a day. */
  static final Retries USUAL = new Retries(Duration.ofSeconds(5), Duration.ofHours(2), 22);

  private static final int MAX_DOUBLINGS = 30;

  /** The pause after that many failures, at least one. */
  Duration pauseAfter(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
