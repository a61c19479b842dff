package org.kitstream.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.api.ingest.IngestSettings;
import org.kitstream.api.ingest.LegacySettings;
import org.kitstream.api.mail.MailSettings;
import org.kitstream.api.quarantine.QuarantineSettings;
import org.kitstream.api.uploads.UploadSettings;

class ApiConfigurationTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @Test
  void hasTheseDefaults() throws Exception {
    ApiConfiguration configuration = read(Map.of());
    assertThat(configuration.database())
        .isEqualTo(
            new DatabaseSettings("jdbc:postgresql://127.0.0.1:5433/postgres", "postgres", "", 16));
    assertThat(configuration.kafka())
        .isEqualTo(new KafkaSettings("127.0.0.1:9092", Duration.seconds(10), Duration.seconds(60)));
    assertThat(configuration.influx())
        .isEqualTo(new InfluxSettings("http://127.0.0.1:8086", Duration.seconds(18), 3_000_000));
    assertThat(configuration.auth())
        .isEqualTo(new AuthSettings(SECRET, "", "", "", Duration.seconds(0)));
    assertThat(configuration.surface())
        .isEqualTo(
            new SurfaceSettings(
                5000,
                DataSize.mebibytes(8),
                "",
                Duration.seconds(5),
                150,
                DataSize.mebibytes(2),
                ""));
    assertThat(configuration.ingest())
        .isEqualTo(
            new IngestSettings(
                DataSize.kibibytes(512),
                2000,
                10,
                DataSize.mebibytes(16),
                32,
                Duration.seconds(5)));
    assertThat(configuration.legacy())
        .isEqualTo(
            new LegacySettings(
                "127.0.0.1", 8082, 256, 32, DataSize.kibibytes(32), Duration.seconds(10)));
    assertThat(configuration.log()).isEqualTo(new LogSettings(false));
    assertThat(configuration.uploads())
        .isEqualTo(new UploadSettings(DataSize.mebibytes(100), 5_000, Duration.seconds(30)));
    assertThat(configuration.quarantine())
        .isEqualTo(new QuarantineSettings(10_000, Duration.days(30)));
    assertThat(configuration.mail())
        .isEqualTo(
            new MailSettings(
                "",
                587,
                MailSettings.Security.STARTTLS,
                "",
                "",
                "Kitstream <kitstream@localhost>",
                "var/mail"));
  }

  @Test
  void listensOnLoopbackUnlessToldOtherwise() throws Exception {
    DefaultServerFactory server = (DefaultServerFactory) read(Map.of()).getServerFactory();
    HttpConnectorFactory http = (HttpConnectorFactory) server.getApplicationConnectors().get(0);
    HttpConnectorFactory admin = (HttpConnectorFactory) server.getAdminConnectors().get(0);
    assertThat(http.getBindHost()).isEqualTo("127.0.0.1");
    assertThat(http.getPort()).isEqualTo(8080);
    assertThat(http.getMinRequestDataPerSecond()).isEqualTo(DataSize.bytes(0));
    assertThat(admin.getBindHost()).isEqualTo("127.0.0.1");
    assertThat(admin.getPort()).isEqualTo(8081);
    assertThat(server.getRegisterDefaultExceptionMappers()).isFalse();
  }

  @Test
  void listsAreCommaSeparated() throws Exception {
    ApiConfiguration configuration =
        read(
            Map.of(
                "KITSTREAM_INFLUXDB_URLS", "http://a:1, http://b:2",
                "KITSTREAM_TRUSTED_ORIGINS", "https://x.example,https://y.example"));
    assertThat(configuration.influx().replicas())
        .containsExactly(URI.create("http://a:1"), URI.create("http://b:2"));
    assertThat(configuration.surface().origins())
        .containsExactlyInAnyOrder("https://x.example", "https://y.example");
  }

  @Test
  void theTokenSecretHasNoDefault() {
    assertThatThrownBy(() -> factory().build(SettingsSource.of(Map.of()), SettingsSource.PACKAGED))
        .hasMessageContaining("KITSTREAM_TOKEN_SECRET");
  }

  @Test
  void aValueIsNothingButText() throws Exception {
    String odd = "a\"b: ${HOME} \\ 'c' # d";
    assertThat(read(Map.of("KITSTREAM_ADMIN_PASSWORD", odd)).auth().adminPassword()).isEqualTo(odd);
  }

  @Test
  void secretsAreNotPrinted() throws Exception {
    ApiConfiguration configuration = read(Map.of("KITSTREAM_DATABASE_PASSWORD", "sesame"));
    assertThat(configuration.auth().toString()).doesNotContain(SECRET);
    assertThat(configuration.database().toString()).doesNotContain("sesame");
  }

  @ParameterizedTest
  @CsvSource({
    "KITSTREAM_TOKEN_SECRET, short",
    "KITSTREAM_DATABASE_CONNECTIONS, 1",
    "KITSTREAM_DATABASE_URL, ''",
    "KITSTREAM_KAFKA, ''",
    "KITSTREAM_KAFKA_TIMEOUT, 1ms",
    "KITSTREAM_KAFKA_START_TIMEOUT, 1ms",
    "KITSTREAM_INFLUXDB_URLS, ''",
    "KITSTREAM_HISTORY_TIMEOUT, 1ms",
    "KITSTREAM_HISTORY_INTERVALS, 0",
    "KITSTREAM_MAX_PER_PAGE, 0",
    "KITSTREAM_MAX_BODY, 1KiB",
    "KITSTREAM_RATE_LIMIT, -1",
    "KITSTREAM_PICTURE_SIZE, 1B",
    "KITSTREAM_PUBLIC_URL, example.org",
    "KITSTREAM_UPLOAD_SIZE, 1KiB",
    "KITSTREAM_UPLOAD_ROWS_PER_SECOND, 0",
    "KITSTREAM_UPLOAD_LEASE, 1ms",
    "KITSTREAM_QUARANTINE_ENTRIES, 0",
    "KITSTREAM_QUARANTINE_KEPT, 1s",
    "KITSTREAM_SMTP_PORT, 0",
    "KITSTREAM_SMTP_SECURITY, some",
    "KITSTREAM_MAIL_FROM, ''",
    "KITSTREAM_MAIL_DIRECTORY, ''"
  })
  void aBadValueStopsTheStart(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value))).hasMessageContaining("error");
  }

  private static ApiConfiguration read(Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("KITSTREAM_TOKEN_SECRET", SECRET);
    return factory().build(SettingsSource.of(all), SettingsSource.PACKAGED);
  }

  private static YamlConfigurationFactory<ApiConfiguration> factory() {
    return new YamlConfigurationFactory<>(
        ApiConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw");
  }
}
