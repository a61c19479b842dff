package org.kitstream.api.surface.legacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a head. */
class RequestHeadFuzzTest {

  @FuzzTest
  void requestHead(byte[] bytes) {
    byte[] before = bytes.clone();
    RequestHead head = RequestHead.parse(bytes);
    assertThat(bytes).as("the bytes are left as they were").isEqualTo(before);
    assertThat(RequestHead.parse(bytes)).as("read again").isEqualTo(head);
    assertThat(head.path()).doesNotContain("?").doesNotEndWith("/");
    assertThat((long) head.headers().size()).isLessThanOrEqualTo(lines(bytes));
    head.headers().forEach(RequestHeadFuzzTest::check);
    assertThat(head.post()).isEqualTo(RequestHead.parse(bytes).post());
  }

  private static void check(String name, String value) {
    assertThat(name).doesNotContain(":", "\n", "\r").isEqualTo(name.strip());
    assertThat(value).doesNotContain("\n", "\r").isEqualTo(value.strip());
  }

  private static long lines(byte[] bytes) {
    return new String(bytes, ISO_8859_1).lines().count();
  }
}
