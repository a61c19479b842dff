package org.kitstream.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every answer equals one that is computed the slow and obvious way: walk bucket by bucket through
 * the calendar, look at all points for each.
 */
class GroupingDifferentialTest {

  private static final Instant START = Instant.parse("2023-11-20T00:00:00Z");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "y", ChronoUnit.YEARS,
          "M", ChronoUnit.MONTHS,
          "w", ChronoUnit.WEEKS,
          "d", ChronoUnit.DAYS,
          "h", ChronoUnit.HOURS,
          "m", ChronoUnit.MINUTES,
          "s", ChronoUnit.SECONDS,
          "ms", ChronoUnit.MILLIS);
  private static final List<String> ROLLUPS =
      List.of(
          "1y",
          "2y",
          "1M",
          "5M",
          "1w",
          "3w",
          "1d",
          "10d",
          "1h",
          "7h",
          "10m",
          "13m",
          "100m",
          "900s",
          "100000s",
          "1000000ms",
          "777777777ms");

  private final StoredPoints points = new StoredPoints();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equalsTheNaiveComputation(long seed) {
    Random random = new Random(seed);
    int size = random.nextInt(400);
    for (int i = 0; i < size; i++) {
      points.with(someTime(random).toEpochMilli(), random.nextGaussian() * 20 + 1000);
    }
    for (String rollup : ROLLUPS) {
      for (String function : List.of("avg", "max", "min", "sum", "count", "dev", "first", "last")) {
        check(rollup, function, random, "seed " + seed);
      }
    }
  }

  private void check(String rollup, String function, Random random, String seed) {
    Instant from = someTime(random);
    Asked asked =
        new Asked(
            rollup,
            function,
            from,
            someTimeAfter(from, rollup, random),
            random.nextInt(4) == 0 ? 1 + random.nextInt(50) : 0,
            random.nextInt(3) == 0,
            random.nextInt(3) == 0);
    BucketSeries series =
        new PointBuckets(points, 1_000_000).read(StoredPoints.DEVICE, 55, asked.query());
    List<Bucket> expected = naive(asked);

    assertThat(series.size()).as("%s %s", seed, asked).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(series.time(i)).as("%s %s %d", seed, asked, i).isEqualTo(expected.get(i).time);
      assertClose(series.value(i), expected.get(i).value, "%s %s %d".formatted(seed, asked, i));
    }
    assertThat(series.sampleSize()).as("%s %s", seed, asked).isEqualTo(chosen(asked).size());
  }

  private static void assertClose(double actual, double expected, String what) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
    } else {
      assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    }
  }

  private List<Bucket> naive(Asked asked) {
    List<Bucket> result = new ArrayList<>();
    NavigableMap<Long, Double> chosen = chosen(asked);
    ZonedDateTime anchor = anchor(asked);
    for (long i = 0; ; i++) {
      ZonedDateTime start = anchor.plus(i * amount(asked.rollup), unit(asked.rollup));
      ZonedDateTime end = anchor.plus((i + 1) * amount(asked.rollup), unit(asked.rollup));
      if (start.toInstant().isAfter(asked.to)) {
        return result;
      }
      var inside = chosen.subMap(millis(start), millis(end));
      if (!inside.isEmpty()) {
        long time = asked.all ? millis(start) : inside.firstKey();
        result.add(new Bucket(time, compute(asked.function, List.copyOf(inside.values()))));
      } else if (asked.all && end.toInstant().isAfter(asked.from)) {
        result.add(new Bucket(millis(start), Double.NaN));
      }
    }
  }

  private NavigableMap<Long, Double> chosen(Asked asked) {
    NavigableMap<Long, Double> chosen = new TreeMap<>();
    points
        .all()
        .forEach(
            (time, value) -> {
              boolean inside = time >= asked.from.toEpochMilli() && time <= asked.to.toEpochMilli();
              if (inside && (asked.limit == 0 || chosen.size() < asked.limit)) {
                chosen.put(time, asked.raw ? 2 * value : value);
              }
            });
    return chosen;
  }

  private static ZonedDateTime anchor(Asked asked) {
    ZonedDateTime day = asked.from.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
    if (unit(asked.rollup) == ChronoUnit.YEARS) {
      return day.withMonth(1).withDayOfMonth(1);
    }
    if (unit(asked.rollup) == ChronoUnit.MONTHS) {
      return day.withDayOfMonth(1);
    }
    while (unit(asked.rollup) == ChronoUnit.WEEKS && day.getDayOfWeek() != DayOfWeek.MONDAY) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static double compute(String function, List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.size();
    return switch (function) {
      case "avg" -> mean;
      case "max" -> Collections.max(values);
      case "min" -> Collections.min(values);
      case "sum" -> sum;
      case "count" -> (double) values.size();
      case "dev" ->
          values.size() < 2
              ? 0
              : Math.sqrt(
                  values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum()
                      / (values.size() - 1));
      case "first" -> values.get(0);
      case "last" -> values.get(values.size() - 1);
      default -> throw new IllegalArgumentException(function);
    };
  }

  /** Within about fourteen months, to the millisecond; often on a round hour. */
  private static Instant someTime(Random random) {
    Instant time = START.plusMillis((long) (random.nextDouble() * Duration.ofDays(430).toMillis()));
    return random.nextInt(4) == 0 ? time.truncatedTo(ChronoUnit.HOURS) : time;
  }

  /** Far enough for many buckets, near enough to walk through them. */
  private static Instant someTimeAfter(Instant from, String rollup, Random random) {
    Instant to = someTime(random);
    Instant furthest =
        from.plus(amount(rollup) * 500L * unit(rollup).getDuration().toMillis(), ChronoUnit.MILLIS);
    return to.isBefore(from) || to.isAfter(furthest) ? furthest : to;
  }

  private static int amount(String rollup) {
    return Integer.parseInt(rollup.replaceAll("[a-zA-Z]", ""));
  }

  private static ChronoUnit unit(String rollup) {
    return UNITS.get(rollup.replaceAll("[0-9]", ""));
  }

  private static long millis(ZonedDateTime time) {
    return time.toInstant().toEpochMilli();
  }

  private record Bucket(long time, double value) {}

  private record Asked(
      String rollup,
      String function,
      Instant from,
      Instant to,
      int limit,
      boolean all,
      boolean raw) {

    ReadingsQuery query() {
      String text =
          "sensor_id=55&rollup=%s&function=%s&from=%s&to=%s%s%s%s"
              .formatted(
                  rollup,
                  function,
                  from,
                  to,
                  limit == 0 ? "" : "&limit=" + limit,
                  all ? "&all_intervals=true" : "",
                  raw ? "&raw=1" : "");
      return ReadingsQuery.parse(Parameters.of(text), Instant.EPOCH);
    }
  }
}
