package org.kitstream.api.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kitstream.api.failure.Failure;

/** The parameters of a readings query, read one by one. An empty one counts as absent. */
final class QueryParameters {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
  private static final String DEFAULT_FUNCTION = "avg";
  private static final String DEFAULT_RELATIVE = "6w";

  private final Map<String, List<String>> parameters;

  QueryParameters(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  void requireRollupAndSensor() {
    List<String> missing = new ArrayList<>();
    if (text("rollup").isEmpty()) {
      missing.add("rollup");
    }
    if (text("sensor_key").isEmpty() && text("sensor_id").isEmpty()) {
      missing.add("sensor_key OR sensor_id");
    }
    if (!missing.isEmpty()) {
      throw new Failure.ParameterMissing(missing);
    }
  }

  /** Checks both times, even one that will not be used. */
  void requireTimes() {
    time("from");
    time("to");
  }

  Rollup rollup() {
    return length("rollup", text("rollup").orElseThrow());
  }

  Aggregate function() {
    String name = text("function").orElse(DEFAULT_FUNCTION);
    return Aggregate.named(name)
        .orElseThrow(
            () ->
                new Failure.BadRequest(
                    "The function parameter must be one of avg, max, min, sum, count, dev, first"
                        + " and last."));
  }

  /** Without {@code from} the range ends now, whatever {@code to} says. */
  TimeRange range(Instant now) {
    Optional<Instant> from = time("from");
    String fromText = text("from").orElse(null);
    String toText = text("to").orElse(null);
    if (from.isPresent()) {
      return new TimeRange(from.get(), time("to").orElse(now), fromText, toText);
    }
    Rollup relative = length("relative", text("relative").orElse(DEFAULT_RELATIVE));
    return new TimeRange(relative.before(now), now, fromText, toText);
  }

  long limit() {
    long limit = text("limit").map(text -> integer("limit", text)).orElse(0L);
    if (limit < 0) {
      throw new Failure.BadRequest("The limit parameter must not be negative.");
    }
    return limit;
  }

  /** The key wins when both are given. */
  AskedSensor sensor() {
    return text("sensor_key")
        .<AskedSensor>map(AskedSensor.ByKey::new)
        .orElseGet(
            () -> new AskedSensor.ById(integer("sensor_id", text("sensor_id").orElseThrow())));
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  boolean says(String name, String value) {
    return text(name).filter(value::equals).isPresent();
  }

  Optional<String> text(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(values.size() - 1)).filter(text -> !text.isBlank());
  }

  private Optional<Instant> time(String name) {
    return text(name)
        .map(
            text ->
                TimeParameter.parse(text)
                    .orElseThrow(
                        () ->
                            new Failure.BadRequest(
                                ("The %s parameter must be an ISO8601 format date or datetime or"
                                        + " an integer number of seconds since the start of the"
                                        + " UNIX epoch.")
                                    .formatted(name))));
  }

  private static Rollup length(String name, String text) {
    return Rollup.parse(text)
        .orElseThrow(
            () ->
                new Failure.BadRequest(
                    ("The %s parameter must be a positive integer and a unit: y, M, w, d, h, m, s"
                            + " or ms.")
                        .formatted(name)));
  }

  private static long integer(String name, String text) {
    String trimmed = text.strip();
    if (!INTEGER.matcher(trimmed).matches()) {
      throw new Failure.BadRequest("The %s parameter must be an integer.".formatted(name));
    }
    return Long.parseLong(trimmed);
  }
}
