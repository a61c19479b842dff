package org.kitstream.api.surface.legacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.ingest.LegacyPost;

class RequestHeadTest {

  @Test
  void readsWhatAKitWrites() {
    RequestHead head =
        parse(
            """
            PUT /add HTTP/1.1\s
            Host: data.smartcitizen.me\s
            User-Agent: SmartCitizen\s
            X-SmartCitizenMacADDR: 00:06:66:2a:02:de\s
            X-SmartCitizenVersion: 1.1-0.8.5-A\s
            X-SmartCitizenData: [{"temp":"1","timestamp":"2015-2-1 1:1:1"}]

            ]\r
            \r
            """);

    assertThat(head.method()).isEqualTo("PUT");
    assertThat(head.path()).isEqualTo("/add");
    assertThat(head.post())
        .isEqualTo(
            new LegacyPost(
                "00:06:66:2a:02:de",
                "1.1-0.8.5-A",
                "[{\"temp\":\"1\",\"timestamp\":\"2015-2-1 1:1:1\"}]"));
  }

  @ParameterizedTest
  @CsvSource({
    "/add/,/add",
    "/ADD?x=1,/add",
    "http://data.smartcitizen.me/datetime,/datetime",
    "http://data.smartcitizen.me,''",
    "/,''",
  })
  void findsThePath(String target, String path) {
    assertThat(parse("GET  " + target + "\tHTTP/1.0\r\n\r\n").path()).isEqualTo(path);
  }

  @Test
  void ofTwoHeadersTheFirstCountsAndALineWithoutAColonSaysNothing() {
    RequestHead head =
        parse(
            "\r\n\nGET /add\nx-smartcitizenmacaddr:a:b\nnonsense\n: x\nX-SmartCitizenMACADDR: c\n");
    assertThat(head.post().macAddress()).isEqualTo("a:b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "GET", ":::\n:", "\u0000\u0001\r\r\r"})
  void anyBytesAreAHead(String text) {
    assertThat(parse(text).post()).isEqualTo(new LegacyPost(null, null, null));
  }

  private static RequestHead parse(String text) {
    return RequestHead.parse(text.getBytes(ISO_8859_1));
  }
}
