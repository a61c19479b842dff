package org.kitstream.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** No filter reaches beyond the token that it is found to lie under. */
class ForwardTopicFuzzTest {

  @FuzzTest
  void forwardTopic(byte[] bytes) {
    String filter = new String(bytes, UTF_8);
    assertThat(ForwardTopic.tokenOf(filter)).isEqualTo(ForwardTopic.tokenOf(filter));
    ForwardTopic.tokenOf(filter).ifPresent(token -> check(filter, token));
  }

  private static void check(String filter, String token) {
    assertThat(token).isNotEmpty().doesNotContain("/", "+", "#");
    List<String> levels = List.of(filter.split("/", -1));
    int forward = levels.indexOf("forward");
    assertThat(levels.get(forward + 1)).isEqualTo(token);
    assertThat(levels.size()).as("something is under the token").isGreaterThan(forward + 2);
    assertThat(String.join("/", levels.subList(0, forward))).doesNotContain("+", "#");
  }
}
