package org.kitstream.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParameterTest {

  @ParameterizedTest
  @CsvSource({
    "123456, 1970-01-02T10:17:36Z",
    "-1, 1969-12-31T23:59:59Z",
    "20200404, 1970-08-22T19:13:24Z",
    "2020-04-04, 2020-04-04T00:00:00Z",
    "2020-04-04T00:00:00Z, 2020-04-04T00:00:00Z",
    "2020-04-04T01:02, 2020-04-04T01:02:00Z",
    "2020-04-04 01:02:03, 2020-04-04T01:02:03Z",
    "2020-04-04T01:02:03.250Z, 2020-04-04T01:02:03.250Z",
    "2020-04-04T01:02:03+02:00, 2020-04-03T23:02:03Z",
    "2020-04-04T01:02:03-0330, 2020-04-04T04:32:03Z",
    "2001-01-01 00:00:00+00:00, 2001-01-01T00:00:00Z",
    "2001-01-01 00:00:00 00:00, 2001-01-01T00:00:00Z",
    "2001-01-01T00:00:00 05:30, 2000-12-31T18:30:00Z",
    "2001-01-01 00:00:00.5 0200, 2000-12-31T22:00:00.500Z",
    "2001-01-01 00:00:00 02, 2000-12-31T22:00:00Z",
    "2001-01-01 00:00:00 UTC, 2001-01-01T00:00:00Z"
  })
  void readsDatesDateTimesAndEpochSeconds(String text, Instant time) {
    assertThat(TimeParameter.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-15",
        "2020-04",
        "2020-02-30",
        "2020-13-01",
        "yesterday",
        "12.5",
        "+5",
        "",
        "2020-04-04T25:00:00Z",
        "999999999999",
        "9999999999999999999",
        "2020-04-04 00:00:00 99:00",
        "+12020-04-04T00:00:00Z",
        "2020-04-04T00:00:00Z; DROP",
        "٢٠٢٠-04-04"
      })
  void refusesEverythingElse(String text) {
    assertThat(TimeParameter.parse(text)).isEmpty();
  }
}
