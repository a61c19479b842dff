package org.kitstream.api.uploads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * What is in a file.
 *
 * @param rows lines below the header that are not blank; each is accepted or refused
 * @param accepted rows whose time is good; what is refused of their cells is among the reasons
 * @param refused rows that are refused as a whole
 * @param sensors the columns whose sensor is known
 * @param unmatched titles of the columns that are left out
 * @param from the earliest time of an accepted row; null without one
 * @param to the latest
 * @param problems what may be wrong though it can be read
 * @param error why nothing after some line can be read; null if all was read
 */
public record UploadReport(
    long rows,
    long accepted,
    long refused,
    List<Refusals> reasons,
    List<MatchedColumn> sensors,
    List<String> unmatched,
    @Nullable Instant from,
    @Nullable Instant to,
    List<Problem> problems,
    @Nullable String error) {

  /**
   * What was refused for one reason.
   *
   * @param count rows, or cells where the reason is about a value
   * @param examples the first of them
   */
  public record Refusals(Reason reason, String sentence, long count, List<Example> examples) {}

  /**
   * Something that was refused.
   *
   * @param line counts from 1
   * @param field the column; null for the whole row
   * @param text what stands there, cut off when long
   */
  public record Example(long line, @Nullable String field, String text) {}

  /**
   * A column and its sensor.
   *
   * @param column its title
   * @param key what the device calls the sensor; null when the device does not have it yet
   * @param values numbers in it
   */
  public record MatchedColumn(
      String column, int sensorId, @Nullable String key, String name, long values) {}

  /**
   * Something that looks wrong.
   *
   * @param problem for programs
   * @param count how often
   * @param line where first; null when it is about the whole file
   */
  public record Problem(Suspicion problem, String sentence, long count, @Nullable Long line) {}

  /** What can look wrong. Names are part of the public API. */
  public enum Suspicion {
    CLOCK_BEFORE_2010,
    CLOCK_AHEAD,
    TIME_GOES_BACK,
    TIME_REPEATS,
    GAPS,
    UNIT_DIFFERS,
    SENSOR_TWICE
  }
}
