package org.kitstream.bridge.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import org.kitstream.bridge.access.IngestTopic.Kind;

/** A name is a topic only if it is, to the letter, the one that its parts make. */
class IngestTopicFuzzTest {

  private static final Map<Kind, String> LEVELS =
      Map.of(
          Kind.READINGS_JSON, "readings",
          Kind.READINGS_SHORT, "readings/raw",
          Kind.HELLO, "hello",
          Kind.INFO, "info");

  @FuzzTest
  void ingestTopic(byte[] bytes) {
    String name = new String(bytes, UTF_8);
    assertThat(IngestTopic.parse(name)).isEqualTo(IngestTopic.parse(name));
    IngestTopic.parse(name).ifPresent(topic -> assertThat(made(topic)).isEqualTo(name));
    IngestTopic.configToken(name)
        .ifPresent(token -> assertThat(IngestTopic.configTopic(token)).isEqualTo(name));
  }

  private static String made(IngestTopic topic) {
    String prefix = topic.bridged() ? "bridge/" : "";
    if (topic.kind() == Kind.INVENTORY) {
      return prefix + "device/inventory";
    }
    assertThat(topic.token()).isNotEmpty().doesNotContain("/");
    return prefix + "device/sck/" + topic.token() + "/" + LEVELS.get(topic.kind());
  }
}
