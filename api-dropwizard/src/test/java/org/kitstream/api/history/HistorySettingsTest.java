package org.kitstream.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistorySettingsTest {

  private static final URI INFLUX = URI.create("http://127.0.0.1:8086");

  @Test
  void hasDefaults() {
    assertThat(HistorySettings.of(INFLUX))
        .isEqualTo(
            new HistorySettings(
                List.of(INFLUX),
                "kitstream",
                Duration.seconds(2),
                Duration.seconds(18),
                3_000_000));
  }

  @Test
  void isReadAsConfigurationIs() throws Exception {
    String text =
        """
        {"urls": ["http://127.0.0.1:8086"], "database": "kitstream", "connectTimeout": "2s",
         "readTimeout": "18s", "mostIntervals": 3000000}
        """;

    assertThat(Jackson.newObjectMapper().readValue(text, HistorySettings.class))
        .isEqualTo(HistorySettings.of(INFLUX));
  }

  @Test
  void everyBoundIsChecked() {
    HistorySettings wrong =
        new HistorySettings(List.of(), "", Duration.seconds(1), Duration.seconds(1), 0);

    assertThat(Validators.newValidator().validate(wrong))
        .extracting(violation -> violation.getPropertyPath().toString())
        .containsExactlyInAnyOrder("urls", "database", "mostIntervals");
  }
}
