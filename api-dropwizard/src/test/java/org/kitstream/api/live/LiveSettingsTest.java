package org.kitstream.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.util.Duration;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {

  @Test
  void waitsAMinuteByDefault() {
    assertThat(LiveSettings.of("127.0.0.1:9092"))
        .isEqualTo(new LiveSettings("127.0.0.1:9092", Duration.seconds(60)));
  }
}
