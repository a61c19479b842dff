package org.kitstream.bridge.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.bridge.access.IngestTopic.Kind;

class IngestTopicTest {

  @ParameterizedTest
  @CsvSource({
    "device/sck/ab12/readings, READINGS_JSON, ab12",
    "device/sck/ab12/readings/raw, READINGS_SHORT, ab12",
    "device/sck/ab12/hello, HELLO, ab12",
    "device/sck/ab12/info, INFO, ab12",
    "device/sck/ab12/errors, ERRORS, ab12",
    "bridge/device/sck/ab12/errors, ERRORS, ab12",
    "bridge/device/sck/ab12/readings/raw, READINGS_SHORT, ab12",
    "device/sck/raw001/readings, READINGS_JSON, raw001",
    "device/sck/info42/readings, READINGS_JSON, info42",
    "device/sck/readings/info, INFO, readings",
    "device/sck/inventory/hello, HELLO, inventory",
  })
  void readsWholeLevels(String name, Kind kind, String token) {
    assertThat(IngestTopic.parse(name))
        .contains(new IngestTopic(kind, token, name.startsWith("bridge/")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"device/inventory", "bridge/device/inventory"})
  void knowsTheInventoryWhichHasNoToken(String name) {
    assertThat(IngestTopic.parse(name))
        .contains(new IngestTopic(Kind.INVENTORY, "", name.startsWith("bridge/")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "device",
        "device/sck",
        "device/sck/",
        "device/sck/ab12",
        "device/sck//readings",
        "device/sck/ab12/",
        "device/sck/ab12/config",
        "device/sck/ab12/readings/",
        "device/sck/ab12/readings/raw/more",
        "device/sck/ab12/readingsraw",
        "device/sck/ab12/x/readings",
        "/device/sck/ab12/readings",
        "bridge/bridge/device/sck/ab12/readings",
        "devices/sck/ab12/readings",
        "device/inventory/",
        "my/device/inventory",
      })
  void isNothingElse(String name) {
    assertThat(IngestTopic.parse(name)).isEmpty();
  }

  @Test
  void namesTheConfigurationOfAKit() {
    assertThat(IngestTopic.configTopic("ab12")).isEqualTo("device/sck/ab12/config");
    assertThat(IngestTopic.configToken("device/sck/ab12/config")).contains("ab12");
    assertThat(IngestTopic.configToken("device/sck/config")).isEmpty();
    assertThat(IngestTopic.configToken("device/sck/ab12/readings")).isEmpty();
  }
}
