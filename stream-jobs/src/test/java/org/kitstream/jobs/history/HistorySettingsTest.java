package org.kitstream.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kitstream.jobs.environment.JobParameters;
import org.kitstream.jobs.environment.JobSettings;

class HistorySettingsTest {

  private static final URI URL = URI.create("http://127.0.0.1:8086");

  @Test
  void everythingHasADefault() {
    assertThat(HistorySettings.from(JobParameters.of(new String[0], Map.of())))
        .isEqualTo(
            new HistorySettings(
                new JobSettings("127.0.0.1:9092", Duration.ofSeconds(10)),
                "a",
                new InfluxSettings(
                    URL, "kitstream", null, 5_000, Duration.ofSeconds(1), Duration.ofSeconds(30))));
  }

  @Test
  void aLoginIsReadAndNeverShown() {
    var environment =
        Map.of("KITSTREAM_INFLUXDB_USER", "kit", "KITSTREAM_INFLUXDB_PASSWORD", "s3cret");

    HistorySettings settings = HistorySettings.from(JobParameters.of(new String[0], environment));

    assertThat(settings.influx().login()).isEqualTo(new InfluxSettings.Login("kit", "s3cret"));
    assertThat(settings.toString()).contains("kit").doesNotContain("s3cret");
  }

  @Test
  void namesThatWouldEndInAQueryAreRefused() {
    assertThatThrownBy(
            () ->
                new InfluxSettings(
                    URL, "a\"; DROP", null, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .hasMessageContaining("database");
    assertThatThrownBy(
            () -> new HistorySettings(JobSettings.of("k:1"), "a b", InfluxSettings.of(URL)))
        .hasMessageContaining("replica");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(
            () ->
                new InfluxSettings(URL, "k", null, 0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .hasMessageContaining("batchLines");
    assertThatThrownBy(
            () -> new InfluxSettings(URL, "k", null, 1, Duration.ofNanos(1), Duration.ofSeconds(1)))
        .hasMessageContaining("batchAge");
  }
}
