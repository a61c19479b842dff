package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.surface.v0.People.Person;

class WorldMapIT {

  private static final String MAP = "/v0/devices/world_map";
  private static final String FRESH_MAP = "/v0/devices/fresh_world_map";

  private final Person alice = People.citizen("alice");
  private final Person bob = People.citizen("bob");

  @Test
  void p30_showsPublicDevicesWithCoordinatesAndReadings() {
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long shown = alice.device(placed("shown", false));
    long hidden = alice.device(placed("hidden", true));
    long placeless = alice.device(Map.of("name", "nowhere"));
    Latest.publish(Latest.document(shown, at));
    Latest.publish(Latest.document(hidden, at));
    Latest.publish(Latest.document(placeless, at));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> on(MAP, Http.anonymous(), shown).filter(d -> !d.at("/data").isNull()),
            Optional::isPresent);

    JsonNode device = on(MAP, Http.anonymous(), shown).orElseThrow();
    assertThat(device.path("owner_username").asText()).isEqualTo(alice.username());
    assertThat(device.path("latitude").asDouble()).isEqualTo(41.39669);
    assertThat(device.path("status").asText()).isEqualTo("online");
    assertThat(device.path("data").path("55").asDouble()).isEqualTo(21.4);
    assertThat(device.at("/hardware/last_status_message").asText()).isEqualTo("[FILTERED]");
    assertThat(device.has("device_token")).isFalse();
    assertThat(on(MAP, alice.asks(), hidden)).as("the same for everybody").isEmpty();
    assertThat(on(MAP, Http.anonymous(), placeless)).isEmpty();
  }

  @Test
  void aDeviceThatNeverPublishedIsNew() {
    long id = alice.device(placed("young", false));
    JsonNode device = on(FRESH_MAP, Http.anonymous(), id).orElseThrow();
    assertThat(device.path("status").asText()).isEqualTo("new");
    assertThat(device.path("data").isNull()).isTrue();
  }

  @Test
  void theFreshMapShowsCallersTheirOwnHiddenDevices() {
    long hidden = alice.device(placed("hidden", true));
    assertThat(on(FRESH_MAP, alice.asks(), hidden)).isPresent();
    assertThat(on(FRESH_MAP, People.admin().asks(), hidden)).isPresent();
    assertThat(on(FRESH_MAP, bob.asks(), hidden)).isEmpty();
    assertThat(on(FRESH_MAP, Http.anonymous(), hidden)).isEmpty();
  }

  @Test
  void whoHasTheMapIsNotSentItAgain() {
    Http.Answer first = Http.anonymous().get(MAP);
    assertThat(first.header("Cache-Control")).contains("max-age=");
    String tag = first.header("ETag");
    assertThat(tag).startsWith("\"");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> isUnchanged(Http.anonymous().get(MAP).header("ETag")));
  }

  private static boolean isUnchanged(String tag) {
    Http.Answer again = Http.anonymous().with("If-None-Match", tag).get(MAP);
    return again.status() == 304 && again.raw().body().isEmpty();
  }

  @Test
  void theMapIsCompressedForWhoLikes() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ApiStack.shared().url() + MAP))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(Http.MAPPER.readTree(json).isArray()).isTrue();
    }
  }

  @Test
  void theMapCanBeAScript() {
    assertThat(Http.anonymous().get(MAP + "?callback=draw").raw().body()).startsWith("/**/draw([");
  }

  private static Map<String, Object> placed(String name, boolean hidden) {
    return Map.of("name", name, "latitude", 41.39669, "longitude", 2.1921, "is_private", hidden);
  }

  private static Optional<JsonNode> on(String map, Http asker, long id) {
    return StreamSupport.stream(asker.get(map).json().spliterator(), false)
        .filter(device -> device.path("id").asLong() == id)
        .findFirst();
  }
}
