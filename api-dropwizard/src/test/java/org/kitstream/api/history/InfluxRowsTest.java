package org.kitstream.api.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxRowsTest {

  private static final String FIRST_CHUNK =
      """
      {"results":[{"statement_id":0,"series":[{"name":"readings","columns":["time","55"],
       "values":[[1714521600000,21.4],[1714521660000,8]],"partial":true}],"partial":true}]}
      """;
  private static final String LAST_CHUNK =
      """
      {"results":[{"statement_id":0,"series":[{"name":"readings","columns":["time","55"],
       "values":[[-5,1e-7]]}]}]}
      """;

  @Test
  void readsRowsOfEveryChunk() throws Exception {
    assertThat(read(FIRST_CHUNK + LAST_CHUNK))
        .containsExactly("1714521600000=21.4", "1714521660000=8.0", "-5=1.0E-7");
  }

  @Test
  void noSeriesIsNoRows() throws Exception {
    assertThat(read("{\"results\":[{\"statement_id\":0}]}")).isEmpty();
  }

  @Test
  void reportsWhatInfluxDbReports() {
    assertThatThrownBy(
            () -> read(FIRST_CHUNK + "{\"results\":[{\"error\":\"query-timeout exceeded\"}]}"))
        .isInstanceOf(IOException.class)
        .hasMessage("query-timeout exceeded");
  }

  @Test
  void anAnswerWithoutItsLastChunkIsNone() {
    assertThatThrownBy(() -> read(FIRST_CHUNK)).hasMessageContaining("before all points came");
    assertThatThrownBy(() -> read("")).hasMessageContaining("before all points came");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 13, 20, 60, 100, 109})
  void anAnswerThatIsCutIsNone(int missing) {
    String cut = LAST_CHUNK.strip().substring(0, LAST_CHUNK.strip().length() - missing);

    assertThatThrownBy(() -> read(FIRST_CHUNK + cut)).isInstanceOf(IOException.class);
  }

  private static List<String> read(String json) throws IOException {
    List<String> rows = new ArrayList<>();
    InfluxRows.read(
        new ByteArrayInputStream(json.getBytes(UTF_8)),
        (time, value) -> rows.add(time + "=" + value));
    return rows;
  }
}
