package org.kitstream.api.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.ingest.BatchOutline.Data;

class BatchOutlineTest {

  @Test
  void countsItemsAndLooksAtTheFirstOnesTime() {
    assertThat(outline("{\"data\":[{\"recorded_at\":\"x\",\"sensors\":[{\"id\":[1]}]},{},[],3]}"))
        .isEqualTo(new BatchOutline(Data.ARRAY, 4, true));
    assertThat(outline("{\"data\":[{\"recorded_at\":1464000000},{}],\"b\":{\"data\":1}}"))
        .isEqualTo(new BatchOutline(Data.ARRAY, 2, true));
    assertThat(outline(" {\"data\":[]} ")).isEqualTo(new BatchOutline(Data.ARRAY, 0, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[{}]}",
        "{\"data\":[{\"recorded_at\":null}]}",
        "{\"data\":[{\"recorded_at\":\" \"}]}",
        "{\"data\":[1]}",
      })
  void aFirstItemWithoutATimeHasNone(String body) {
    assertThat(outline(body)).isEqualTo(new BatchOutline(Data.ARRAY, 1, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1", "null", "{\"data\":null}", "[{\"data\":[1]}]"})
  void nothingElseHasData(String body) {
    assertThat(outline(body)).isEqualTo(new BatchOutline(Data.ABSENT, 0, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"data\":{\"data\":[1]}}", "{\"data\":\"[]\"}", "{\"data\":true}"})
  void dataMayBeNoArray(String body) {
    assertThat(outline(body)).isEqualTo(new BatchOutline(Data.OTHER, 0, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"data\":[", "{\"data\":[]}}", "{} {}", "{t:1}"})
  void whatIsNoJsonHasNoOutline(String body) {
    assertThat(BatchOutline.of(body.getBytes(UTF_8))).isEmpty();
  }

  private static BatchOutline outline(String body) {
    return BatchOutline.of(body.getBytes(UTF_8)).orElseThrow();
  }
}
