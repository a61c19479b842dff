package org.kitstream.contract.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedAtTest {

  @ParameterizedTest
  @CsvSource({
    "2016-06-08 10:30:00, 2016-06-08T10:30:00Z",
    "2016-06-08 10:30:00Z, 2016-06-08T10:30:00Z",
    "2016-06-08T10:30:00, 2016-06-08T10:30:00Z",
    "2016-06-08T10:30Z, 2016-06-08T10:30:00Z",
    "2016-06-08T10:30:00.1239Z, 2016-06-08T10:30:00.123Z",
    "2016-06-08T10:30:00+02:00, 2016-06-08T08:30:00Z",
    "2016-06-08 10:30:00 +0200, 2016-06-08T08:30:00Z",
    "2016-06-08T10:30:00-03, 2016-06-08T13:30:00Z",
    "2016-06-08 10:30:00 UTC, 2016-06-08T10:30:00Z",
  })
  void readsIso8601(String text, Instant expected) {
    assertThat(RecordedAt.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not time info here",
        "2016-02-30T10:00:00Z",
        "2016-06-08T25:00:00Z",
        "#",
        "0"
      })
  void anythingElseIsNoTime(String text) {
    assertThat(RecordedAt.parse(text)).isEmpty();
  }
}
