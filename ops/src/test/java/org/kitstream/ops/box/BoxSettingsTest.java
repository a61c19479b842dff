package org.kitstream.ops.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxSettingsTest {

  private static final Path DATA = Path.of("/data");

  @Test
  void everyDefaultIsAsDocumented() {
    assertThat(BoxSettings.from(Map.of(), DATA))
        .isEqualTo(
            new BoxSettings(
                DATA,
                "127.0.0.1",
                new BoxPorts(8080, 8081, 8082, 1883, 8083, 8084, 8086, 9092, 5433),
                4,
                1,
                Duration.ofSeconds(10),
                Optional.empty(),
                Optional.empty(),
                Map.of()));
  }

  @Test
  void everySettingIsTaken() {
    Map<String, String> variables =
        Map.of(
            "KITSTREAM_HOST", "0.0.0.0",
            "KITSTREAM_HTTP_PORT", "18080",
            "KITSTREAM_PARTITIONS", "12",
            "KITSTREAM_PARALLELISM", "3",
            "KITSTREAM_CHECKPOINT_SECONDS", "2",
            "INFLUXDB_URL", "http://influx:8086",
            "KITSTREAM_ADMIN_PASSWORD", "secret");

    BoxSettings settings = BoxSettings.from(variables, DATA);

    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.ports().http()).isEqualTo(18_080);
    assertThat(settings.partitions()).isEqualTo(12);
    assertThat(settings.parallelism()).isEqualTo(3);
    assertThat(settings.checkpointEvery()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.influxUrl()).contains(URI.create("http://influx:8086"));
    assertThat(settings.adminPassword()).contains("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "KITSTREAM_HTTP_PORT, 0",
    "KITSTREAM_MQTT_PORT, 65536",
    "KITSTREAM_KAFKA_PORT, kafka",
    "KITSTREAM_PARTITIONS, 0",
    "KITSTREAM_PARALLELISM, -1",
    "KITSTREAM_CHECKPOINT_SECONDS, 0",
    "INFLUXDB_URL, influx:8086",
    "INFLUXDB_URL, ::",
  })
  void aBadValueIsRefusedByName(String setting, String value) {
    assertThatThrownBy(() -> BoxSettings.from(Map.of(setting, value), DATA))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining(setting)
        .hasMessageContaining(value);
  }

  @Test
  void anEmptyVariableCountsAsNotGiven() {
    assertThat(BoxSettings.from(Map.of("KITSTREAM_HTTP_PORT", ""), DATA).ports().http())
        .isEqualTo(8080);
  }
}
