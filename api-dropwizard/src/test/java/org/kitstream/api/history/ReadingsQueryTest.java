package org.kitstream.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.api.failure.Failure;

class ReadingsQueryTest {

  private static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");
  private static final String ISO_SENTENCE =
      "The %s parameter must be an ISO8601 format date or datetime or an integer number of seconds"
          + " since the start of the UNIX epoch.";
  private static final String LENGTH_SENTENCE =
      "The %s parameter must be a positive integer and a unit: y, M, w, d, h, m, s or ms.";

  @Test
  void namesWhatIsMissing() {
    assertMissing("", "rollup and sensor_key OR sensor_id");
    assertMissing("rollup=1h", "sensor_key OR sensor_id");
    assertMissing("sensor_id=55", "rollup");
    assertMissing("rollup=&sensor_key=&sensor_id=", "rollup and sensor_key OR sensor_id");
    assertMissing("from=2020-15&function=what", "rollup and sensor_key OR sensor_id");
  }

  @ParameterizedTest
  @CsvSource({"from", "to"})
  void refusesABadTimeInTheWordsOfTheContract(String name) {
    assertBad("sensor_id=55&rollup=1h&" + name + "=2020-15", ISO_SENTENCE.formatted(name));
  }

  @Test
  void refusesWhatMakesNoSenseInTheOrderOfTheContract() {
    String bad = "limit=x&relative=x&function=x&rollup=x&to=x&from=x&sensor_id=x";
    assertBad(bad, ISO_SENTENCE.formatted("from"));
    assertBad(bad + "&from=", ISO_SENTENCE.formatted("to"));
    assertBad(bad + "&from=&to=", LENGTH_SENTENCE.formatted("rollup"));
    assertBad(
        bad + "&from=&to=&rollup=1h",
        "The function parameter must be one of avg, max, min, sum, count, dev, first and last.");
    String good = bad + "&from=&to=&rollup=1h&function=avg";
    assertBad(good, LENGTH_SENTENCE.formatted("relative"));
    assertBad(good + "&relative=1d", "The limit parameter must be an integer.");
    assertBad(good + "&relative=1d&limit=-1", "The limit parameter must not be negative.");
    assertBad(good + "&relative=1d&limit=1", "The sensor_id parameter must be an integer.");
    assertThat(parse(good + "&relative=1d&limit=1&sensor_id=1").limit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"avg", "1.5h", "10", "0h", "-5m", "1H"})
  void refusesARollupThatIsNone(String rollup) {
    assertBad("sensor_id=55&rollup=" + rollup, LENGTH_SENTENCE.formatted("rollup"));
  }

  @Test
  void asksForAnAverageOfSixWeeksByDefault() {
    ReadingsQuery query = parse("sensor_id=55&rollup=4h");

    assertThat(query)
        .isEqualTo(
            new ReadingsQuery(
                new AskedSensor.ById(55L),
                new Rollup(4, Rollup.Unit.HOURS),
                "4h",
                Aggregate.AVG,
                new TimeRange(Instant.parse("2024-03-20T12:00:00Z"), NOW, null, null),
                0,
                false,
                false,
                false));
  }

  @Test
  void theRangeEndsNowUnlessItSaysOtherwise() {
    assertThat(parse("sensor_id=1&rollup=1h&from=2024-04-30").range())
        .isEqualTo(new TimeRange(Instant.parse("2024-04-30T00:00:00Z"), NOW, "2024-04-30", null));
    assertThat(parse("sensor_id=1&rollup=1h&from=60&to=120&relative=1d").range())
        .isEqualTo(
            new TimeRange(Instant.ofEpochSecond(60), Instant.ofEpochSecond(120), "60", "120"));
  }

  @Test
  void withoutFromTheEndIsIgnoredAndRelativeCounts() {
    assertThat(parse("sensor_id=1&rollup=1h&to=2020-01-01&relative=1M").range())
        .isEqualTo(new TimeRange(Instant.parse("2024-04-01T12:00:00Z"), NOW, null, "2020-01-01"));
  }

  @Test
  void theKeyWinsAndTheLastValueCounts() {
    assertThat(parse("sensor_id=1&sensor_key=t&rollup=1h").sensor())
        .isEqualTo(new AskedSensor.ByKey("t"));
    assertThat(parse("sensor_id=1&sensor_id=2&rollup=1h").sensor())
        .isEqualTo(new AskedSensor.ById(2L));
  }

  @ParameterizedTest
  @CsvSource({
    "true, 10m, true",
    "true, 600s, true",
    "true, 9m, false",
    "true, 599999ms, false",
    "True, 1h, false",
    "1, 1h, false",
    "'', 1h, false"
  })
  void allIntervalsIsExactlyTrueAndForTenMinutesOrMore(String value, String rollup, boolean all) {
    ReadingsQuery query = parse("sensor_id=1&all_intervals=" + value + "&rollup=" + rollup);

    assertThat(query.allIntervals()).isEqualTo(all);
  }

  @Test
  void anyValueOfRawAsksForRaw() {
    assertThat(parse("sensor_id=1&rollup=1h&raw=1").raw()).isTrue();
    assertThat(parse("sensor_id=1&rollup=1h&raw=").raw()).isTrue();
    assertThat(parse("sensor_id=1&rollup=1h").raw()).isFalse();
    assertThat(parse("sensor_id=1&rollup=1h&localtimes=1").localTimes()).isTrue();
  }

  private static void assertMissing(String query, String names) {
    assertThatThrownBy(() -> parse(query))
        .isInstanceOf(Failure.ParameterMissing.class)
        .hasMessage("param is missing or the value is empty: " + names);
  }

  private static void assertBad(String query, String message) {
    assertThatThrownBy(() -> parse(query))
        .isInstanceOf(Failure.BadRequest.class)
        .hasMessage(message);
  }

  private static ReadingsQuery parse(String query) {
    return ReadingsQuery.parse(Parameters.of(query), NOW);
  }
}
