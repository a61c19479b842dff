package org.kitstream.api.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kitstream.api.failure.Failure;

/**
 * A valid question for the history of one sensor.
 *
 * @param rollupText the rollup as it was asked
 * @param limit how many points to read at most, oldest first; 0 for all
 * @param raw whether to group the numbers as posted instead of the calibrated ones
 * @param allIntervals whether to answer with every bucket of the range, empty ones too
 * @param localTimes whether to answer in the caller's time zone
 */
public record ReadingsQuery(
    AskedSensor sensor,
    Rollup rollup,
    String rollupText,
    Aggregate function,
    TimeRange range,
    long limit,
    boolean raw,
    boolean allIntervals,
    boolean localTimes) {

  private static final Duration SHORTEST_WITH_ALL_INTERVALS = Duration.ofMinutes(10);

  /**
   * Reads a question.
   *
   * @param parameters decoded, each with all its values; the last one counts
   * @param now where a range ends that names no end
   * @throws Failure.ParameterMissing if there is no rollup or no sensor
   * @throws Failure.BadRequest for the first parameter that makes no sense: {@code from}, {@code
   *     to}, {@code rollup}, {@code function}, {@code relative}, {@code limit}, {@code sensor_id}
   */
  public static ReadingsQuery parse(Map<String, List<String>> parameters, Instant now) {
    QueryParameters given = new QueryParameters(parameters);
    given.requireRollupAndSensor();
    given.requireTimes();
    Rollup rollup = given.rollup();
    Aggregate function = given.function();
    TimeRange range = given.range(now);
    long limit = given.limit();
    return new ReadingsQuery(
        given.sensor(),
        rollup,
        given.text("rollup").orElseThrow(),
        function,
        range,
        limit,
        given.has("raw"),
        given.says("all_intervals", "true")
            && rollup.length().compareTo(SHORTEST_WITH_ALL_INTERVALS) >= 0,
        given.says("localtimes", "1"));
  }
}
