package org.kitstream.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.contract.device.ForwardingAccess;

class ForwardTopicTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/forward/tok/device/+/readings",
        "forward/tok/#",
        "/forward/tok/",
        "x/forward/tok/y"
      })
  void whatLiesUnderAToken(String filter) {
    assertThat(ForwardTopic.tokenOf(filter)).contains("tok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/forward/tok",
        "/forward/+/x",
        "/+/forward/tok/x",
        "#",
        "/forward//x",
        "forwards/tok/x"
      })
  void whatDoesNot(String filter) {
    assertThat(ForwardTopic.tokenOf(filter)).isEmpty();
  }

  @Test
  void namesWhereADevicesReadingsGo() {
    String topic = ForwardTopic.of(new ForwardingAccess("name", "tok"), 9);
    assertThat(topic).isEqualTo("/forward/tok/device/9/readings");
    assertThat(ForwardTopic.tokenOf(topic)).contains("tok");
  }
}
