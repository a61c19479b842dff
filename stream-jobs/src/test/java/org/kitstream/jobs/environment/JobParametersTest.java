package org.kitstream.jobs.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobParametersTest {

  private static final String[] NOTHING = {};

  @Test
  void everythingHasADefault() {
    assertThat(JobSettings.from(JobParameters.of(NOTHING, Map.of())))
        .isEqualTo(new JobSettings("127.0.0.1:9092", Duration.ofSeconds(10)));
  }

  @Test
  void theEnvironmentIsRead() {
    var environment = Map.of("KITSTREAM_KAFKA", "k:1", "KITSTREAM_CHECKPOINT_INTERVAL", "PT3S");

    assertThat(JobSettings.from(JobParameters.of(NOTHING, environment)))
        .isEqualTo(new JobSettings("k:1", Duration.ofSeconds(3)));
  }

  @Test
  void theCommandLineComesFirst() {
    String[] arguments = {"--kafka", "k:2", "--checkpoint-interval", "PT1S"};

    assertThat(JobSettings.from(JobParameters.of(arguments, Map.of("KITSTREAM_KAFKA", "k:1"))))
        .isEqualTo(new JobSettings("k:2", Duration.ofSeconds(1)));
  }

  @Test
  void aNameWithoutValueIsAnError() {
    assertThatThrownBy(() -> JobParameters.of(new String[] {"--kafka"}, Map.of()))
        .hasMessageContaining("--kafka");
    assertThatThrownBy(() -> JobParameters.of(new String[] {"kafka", "k:1"}, Map.of()))
        .hasMessageContaining("kafka");
  }

  @Test
  void aBadDurationIsNamed() {
    JobParameters parameters =
        JobParameters.of(new String[] {"--checkpoint-interval", "10s"}, Map.of());

    assertThatThrownBy(() -> JobSettings.from(parameters))
        .hasMessageContaining("checkpoint-interval");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> JobSettings.of(" ")).hasMessageContaining("bootstrapServers");
    assertThatThrownBy(() -> new JobSettings("k:1", Duration.ofMillis(99)))
        .hasMessageContaining("checkpointInterval");
  }
}
