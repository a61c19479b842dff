package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.api.ApiStack;
import org.kitstream.api.RawTopic;
import org.kitstream.api.RawTopic.Raw;
import org.kitstream.api.RunningApi;
import org.kitstream.parts.KafkaServer;
import org.kitstream.parts.Ports;

/** An api with a Kafka of its own, which goes and comes back. */
class KafkaOutageIT {

  private static final int WAITING = 4;
  private static final String MAC = "02:00:00:00:00:01";

  @TempDir private Path directory;
  private final String database = "outage_" + UUID.randomUUID().toString().substring(0, 8);
  private final int legacyPort = Ports.free();
  private KafkaServer kafka;
  private RunningApi api;
  private Http admin;

  @BeforeEach
  void start() throws Exception {
    String url = ApiStack.shared().postgres().jdbcUrl();
    String user = ApiStack.shared().postgres().user();
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    kafka = KafkaServer.start(directory, 0);
    kafka.createTopics(1);
    Map<String, String> settings = new HashMap<>(ApiStack.shared().settings());
    settings.put(
        "KITSTREAM_DATABASE_URL", url.replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1"));
    settings.put("KITSTREAM_KAFKA", kafka.bootstrapServers());
    settings.put("KITSTREAM_KAFKA_TIMEOUT", "2s");
    settings.put("KITSTREAM_INGEST_TIMEOUT", "500ms");
    settings.put("KITSTREAM_INGEST_WAITING", "" + WAITING);
    settings.put("KITSTREAM_INGEST_RATE", "0");
    settings.put("KITSTREAM_LEGACY_PORT", "" + legacyPort);
    api = RunningApi.start(settings);
    Http anybody = Http.anonymous().at("http://127.0.0.1:" + api.httpPort());
    Map<String, String> login = Map.of("username", "admin", "password", ApiStack.ADMIN_PASSWORD);
    admin =
        anybody.with(
            "Authorization", "Bearer " + anybody.post("/v0/sessions", login).text("access_token"));
  }

  @AfterEach
  void stop() {
    api.close();
    kafka.close();
  }

  @Test
  void nothingIsPretendedWhileKafkaIsAway() throws IOException {
    long id = device();
    List<String> acknowledged = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      assertThat(post(id, i, acknowledged)).isEqualTo(200);
    }
    int port = Integer.parseInt(kafka.bootstrapServers().replaceAll(".*:", ""));
    kafka.close();

    Http.Answer refused = answer(id, 5);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("2");
    assertThat(overThePort()).startsWith("HTTP/1.1 503 ").contains("\r\n\r\nUTC:");
    assertThat(meter("ingest.http.refused.unavailable")).isPositive();
    aStormIsRefusedAtOnceAndTheRestOfTheApiAnswers(id);

    kafka = KafkaServer.start(directory, port);
    await().atMost(Duration.ofSeconds(60)).until(() -> post(id, 6, acknowledged) == 200);
    assertThat(overThePort()).startsWith("HTTP/1.1 200 ");
    List<String> stored =
        RawTopic.of(kafka.bootstrapServers(), id).stream().map(Raw::payload).toList();
    assertThat(stored).containsAll(acknowledged);
  }

  private void aStormIsRefusedAtOnceAndTheRestOfTheApiAnswers(long id) {
    List<CompletableFuture<Integer>> storm =
        IntStream.range(0, 40)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> answer(id, 100 + i).status()))
            .toList();
    assertThat(admin.get("/v0/devices/" + id).status()).isEqualTo(200);
    assertThat(storm.stream().map(CompletableFuture::join)).containsOnly(503);
  }

  private long device() {
    Map<String, String> wanted = Map.of("name", "d", "mac_address", MAC);
    return admin.post("/v0/devices", wanted).json().path("id").asLong();
  }

  private int post(long id, int value, List<String> acknowledged) {
    Http.Answer answer = answer(id, value);
    if (answer.status() == 200) {
      acknowledged.add(body(value));
    }
    return answer.status();
  }

  private Http.Answer answer(long id, int value) {
    return send(id, body(value));
  }

  private Http.Answer send(long id, String body) {
    return admin.send("POST", "/v0/devices/" + id + "/readings", BodyPublishers.ofString(body));
  }

  private static String body(int value) {
    return "{\"data\":[{\"recorded_at\":\"2026-05-01T10:00:00Z\",\"sensors\":[{\"id\":55,\"value\":%d}]}]}"
        .formatted(value);
  }

  private String overThePort() throws IOException {
    return LegacyKit.add(legacyPort, MAC, "1.1-0.9.4", "[{}]");
  }

  private long meter(String name) {
    return metrics().json().path("meters").path(name).path("count").asLong();
  }

  private Http.Answer metrics() {
    return Http.anonymous().at("http://127.0.0.1:" + api.adminPort()).get("/metrics");
  }
}
