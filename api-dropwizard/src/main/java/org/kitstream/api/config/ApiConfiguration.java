package org.kitstream.api.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.kitstream.api.history.HistorySettings;
import org.kitstream.api.ingest.IngestSettings;
import org.kitstream.api.ingest.LegacySettings;
import org.kitstream.api.mail.MailSettings;
import org.kitstream.api.quarantine.QuarantineSettings;
import org.kitstream.api.uploads.UploadSettings;
import org.kitstream.contract.history.HistorySchema;

/** All that can be set. The defaults are in {@code api.yml}. */
public final class ApiConfiguration extends Configuration {

  @Valid @NotNull private final DatabaseSettings database;
  @Valid @NotNull private final KafkaSettings kafka;
  @Valid @NotNull private final InfluxSettings influx;
  @Valid @NotNull private final AuthSettings auth;
  @Valid @NotNull private final SurfaceSettings surface;
  @Valid @NotNull private final MailSettings mail;
  @Valid @NotNull private final IngestSettings ingest;
  @Valid @NotNull private final LegacySettings legacy;
  @Valid @NotNull private final UploadSettings uploads;
  @Valid @NotNull private final QuarantineSettings quarantine;
  @Valid @NotNull private final LogSettings log;

  @JsonCreator
  ApiConfiguration(
      @JsonProperty("database") DatabaseSettings database,
      @JsonProperty("kafka") KafkaSettings kafka,
      @JsonProperty("influx") InfluxSettings influx,
      @JsonProperty("auth") AuthSettings auth,
      @JsonProperty("surface") SurfaceSettings surface,
      @JsonProperty("mail") MailSettings mail,
      @JsonProperty("ingest") IngestSettings ingest,
      @JsonProperty("legacy") LegacySettings legacy,
      @JsonProperty("uploads") UploadSettings uploads,
      @JsonProperty("quarantine") QuarantineSettings quarantine,
      @JsonProperty("log") LogSettings log) {
    this.database = database;
    this.kafka = kafka;
    this.influx = influx;
    this.auth = auth;
    this.surface = surface;
    this.mail = mail;
    this.ingest = ingest;
    this.legacy = legacy;
    this.uploads = uploads;
    this.quarantine = quarantine;
    this.log = log;
  }

  public DatabaseSettings database() {
    return database;
  }

  public KafkaSettings kafka() {
    return kafka;
  }

  public InfluxSettings influx() {
    return influx;
  }

  /** How history is read. */
  public HistorySettings history() {
    return new HistorySettings(
        influx.replicas(),
        HistorySchema.DATABASE,
        HistorySettings.DEFAULT_CONNECT_TIMEOUT,
        influx.readTimeout(),
        influx.mostIntervals());
  }

  public AuthSettings auth() {
    return auth;
  }

  public SurfaceSettings surface() {
    return surface;
  }

  public MailSettings mail() {
    return mail;
  }

  public IngestSettings ingest() {
    return ingest;
  }

  public LegacySettings legacy() {
    return legacy;
  }

  public UploadSettings uploads() {
    return uploads;
  }

  public QuarantineSettings quarantine() {
    return quarantine;
  }

  public LogSettings log() {
    return log;
  }
}
