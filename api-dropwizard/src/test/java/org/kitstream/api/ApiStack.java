package org.kitstream.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.kitstream.contract.history.HistorySchema;
import org.kitstream.parts.InfluxServer;
import org.kitstream.parts.KafkaServer;
import org.kitstream.parts.Ports;
import org.kitstream.parts.PostgresServer;

/** The api on real servers, started once for all tests of the module and stopped with the JVM. */
public final class ApiStack {

  public static final String ADMIN_PASSWORD = "correct horse";
  private static final String TOKEN_SECRET = "a secret that only the tests know";
  public static final String LEGACY_SALT = "sea";

  private static final int PARTITIONS = 2;
  private static final ApiStack SHARED = new ApiStack();

  private final PostgresServer postgres;
  private final KafkaServer kafka;
  private final InfluxServer influx;
  private final Path mails;
  private final int legacyPort;
  private final RunningApi api;

  private ApiStack() {
    try {
      Path directory = Files.createTempDirectory("kitstream-api");
      mails = directory.resolve("mail");
      postgres =
          PostgresServer.start(directory.resolve("pg"), 0, PostgresServer.Durability.RELAXED);
      kafka = KafkaServer.start(directory.resolve("kafka"), 0);
      kafka.createTopics(PARTITIONS);
      influx = InfluxServer.start(directory.resolve("influx"), 0);
      createDatabase(influx.url());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    legacyPort = Ports.free();
    Map<String, String> settings = settings();
    settings.put("KITSTREAM_LEGACY_PORT", Integer.toString(legacyPort));
    api = RunningApi.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** Elsewhere the history job does this. */
  private static void createDatabase(URI influx) throws IOException {
    String query = "/query?q=CREATE%20DATABASE%20" + HistorySchema.DATABASE;
    HttpRequest request =
        HttpRequest.newBuilder(influx.resolve(query)).POST(BodyPublishers.noBody()).build();
    try {
      HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The one stack. */
  public static ApiStack shared() {
    return SHARED;
  }

  /** Settings for an api on these servers. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("KITSTREAM_HTTP_PORT", "0");
    settings.put("KITSTREAM_ADMIN_PORT", "0");
    settings.put("KITSTREAM_LEGACY_PORT", "0");
    settings.put("KITSTREAM_DATABASE_URL", postgres.jdbcUrl());
    settings.put("KITSTREAM_DATABASE_USER", postgres.user());
    settings.put("KITSTREAM_KAFKA", kafka.bootstrapServers());
    settings.put("KITSTREAM_INFLUXDB_URLS", influx.url().toString());
    settings.put("KITSTREAM_TOKEN_SECRET", TOKEN_SECRET);
    settings.put("KITSTREAM_ADMIN_PASSWORD", ADMIN_PASSWORD);
    settings.put("KITSTREAM_LEGACY_SALT", LEGACY_SALT);
    settings.put("KITSTREAM_MAIL_DIRECTORY", mails.toString());
    settings.put("KITSTREAM_RATE_LIMIT", "0");
    settings.put("KITSTREAM_REQUEST_LOG", "true");
    UsedSecrets.use(ADMIN_PASSWORD);
    UsedSecrets.use(TOKEN_SECRET);
    return settings;
  }

  public String url() {
    return "http://127.0.0.1:" + api.httpPort();
  }

  /** The api's port for SCK 1.x. */
  public int legacyPort() {
    return legacyPort;
  }

  /** Where the api writes its mails. */
  public Path mails() {
    return mails;
  }

  public String adminUrl() {
    return "http://127.0.0.1:" + api.adminPort();
  }

  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  public PostgresServer postgres() {
    return postgres;
  }

  private void stop() {
    api.close();
    influx.close();
    kafka.close();
    postgres.close();
  }
}
