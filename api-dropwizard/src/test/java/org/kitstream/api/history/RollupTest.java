package org.kitstream.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.history.Rollup.Buckets;
import org.kitstream.api.history.Rollup.Unit;

class RollupTest {

  @ParameterizedTest
  @CsvSource({
    "1y, 1, YEARS",
    "2M, 2, MONTHS",
    "6w, 6, WEEKS",
    "1d, 1, DAYS",
    "7h, 7, HOURS",
    "10m, 10, MINUTES",
    "31536000s, 31536000, SECONDS",
    "500ms, 500, MILLISECONDS",
    "007m, 7, MINUTES",
    "315569520000000ms, 315569520000000, MILLISECONDS",
    "10000y, 10000, YEARS"
  })
  void readsAnIntegerAndAUnit(String text, long amount, Unit unit) {
    assertThat(Rollup.parse(text)).contains(new Rollup(amount, unit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "avg",
        "1.5h",
        "10",
        "0h",
        "-1h",
        "+1h",
        "h",
        "1H",
        "1D",
        "1Y",
        "1W",
        "1MS",
        "1 h",
        " 1h",
        "1h ",
        "1hh",
        "1min",
        "٣h",
        "10001y",
        "999999999999999999ms",
        "9999999999999999999999d",
        ""
      })
  void refusesEverythingElse(String text) {
    assertThat(Rollup.parse(text)).isEmpty();
  }

  @Test
  void cannotBeMadeOfNothing() {
    assertThatThrownBy(() -> new Rollup(0, Unit.HOURS)).hasMessageContaining("0h");
  }

  @ParameterizedTest
  @CsvSource({
    "1y, 2024-08-15T13:14:15Z, 2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
    "1M, 2024-08-15T13:14:15Z, 2024-08-01T00:00:00Z, 2024-09-01T00:00:00Z",
    "3M, 2024-08-15T13:14:15Z, 2024-08-01T00:00:00Z, 2024-11-01T00:00:00Z",
    "1w, 2024-08-15T13:14:15Z, 2024-08-12T00:00:00Z, 2024-08-19T00:00:00Z",
    "1w, 2024-08-12T00:00:00Z, 2024-08-12T00:00:00Z, 2024-08-19T00:00:00Z",
    "2d, 2024-08-15T13:14:15Z, 2024-08-15T00:00:00Z, 2024-08-17T00:00:00Z",
    "7h, 2024-08-15T13:14:15Z, 2024-08-15T07:00:00Z, 2024-08-15T14:00:00Z",
    "7h, 2024-08-15T22:00:00Z, 2024-08-15T21:00:00Z, 2024-08-16T04:00:00Z",
    "7m, 2024-08-15T00:15:00Z, 2024-08-15T00:14:00Z, 2024-08-15T00:21:00Z",
    "90s, 2024-08-15T00:04:00Z, 2024-08-15T00:03:00Z, 2024-08-15T00:04:30Z",
    "250ms, 2024-08-15T00:00:00.600Z, 2024-08-15T00:00:00.500Z, 2024-08-15T00:00:00.750Z"
  })
  void bucketsAreAlignedToTheUtcCalendar(String rollup, Instant from, Instant start, Instant end) {
    Buckets buckets = Rollup.parse(rollup).orElseThrow().bucketsFrom(from);
    long index = buckets.indexOf(from.toEpochMilli());

    assertThat(Instant.ofEpochMilli(buckets.startOf(index))).isEqualTo(start);
    assertThat(Instant.ofEpochMilli(buckets.startOf(index + 1))).isEqualTo(end);
  }

  @Test
  void monthsFollowTheCalendarThroughALeapYear() {
    Buckets buckets = rollup("1M").bucketsFrom(Instant.parse("2023-12-31T23:59:59Z"));

    assertThat(buckets.indexOf(millis("2023-12-31T23:59:59.999Z"))).isZero();
    assertThat(buckets.indexOf(millis("2024-01-01T00:00:00Z"))).isEqualTo(1);
    assertThat(buckets.indexOf(millis("2024-02-29T23:59:59.999Z"))).isEqualTo(2);
    assertThat(buckets.indexOf(millis("2024-03-01T00:00:00Z"))).isEqualTo(3);
    assertThat(buckets.startOf(14)).isEqualTo(millis("2025-02-01T00:00:00Z"));
  }

  @Test
  void goesBackByTheCalendar() {
    Instant time = Instant.parse("2024-03-31T10:00:00Z");

    assertThat(rollup("1M").before(time)).isEqualTo(Instant.parse("2024-02-29T10:00:00Z"));
    assertThat(rollup("6w").before(time)).isEqualTo(time.minus(Duration.ofDays(42)));
  }

  private static Rollup rollup(String text) {
    return Rollup.parse(text).orElseThrow();
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
