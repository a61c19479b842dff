package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.topic.Topic;

/** What owners tell their kits to do. */
class DeviceConfigIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Person alice = People.citizen("alice");
  private final long id = alice.device(Map.of("name", "roof"));
  private final String path = "/v0/devices/" + id;

  @Test
  void anOwnerTellsTheKitAndTheStreamHearsItOnce() {
    Http.Answer told =
        patch(Map.of("reading_interval", 30, "publish_interval", 180, "mode", "wifi"));
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.json().path("config").path("reading_interval").asInt()).isEqualTo(30);
    assertThat(told.json().path("config").path("mode").asText()).isEqualTo("wifi");
    assertThat(patch(Map.of("reading_interval", 60)).json().path("config").toString())
        .isEqualTo(told.json().path("config").toString().replace("30", "60"));
    patch(Map.of("reading_interval", 60));
    alice.asks().patch(path, Map.of("name", "cellar"));

    await().atMost(PATIENCE).until(() -> commands().size() == 2);
    assertThat(commands().get(1))
        .isEqualTo(told.json().path("config").toString().replace("30", "60"));
  }

  @Test
  void nullEndsIt() {
    patch(Map.of("reading_interval", 30));
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("config", null);
    assertThat(alice.asks().patch(path, nothing).json().path("config").isNull()).isTrue();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(commands())
                    .containsExactlyElementsOf(Arrays.asList("{\"reading_interval\":30}", null)));
  }

  @Test
  void aFormSaysItToo() {
    Http.Answer told =
        alice
            .asks()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send("PATCH", path, BodyPublishers.ofString("config%5Breading_interval%5D=45"));
    assertThat(told.json().path("config").toString()).isEqualTo("{\"reading_interval\":45}");
  }

  @Test
  void whatNoKitCanDoIsRefusedWhole() {
    Http.Answer refused = patch(Map.of("reading_interval", 4, "publish_interval", "often"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString())
        .isEqualTo(
            "{\"config.reading_interval\":[\"is not included in the list\"],"
                + "\"config.publish_interval\":[\"is not a number\"]}");
    for (Object none : List.of("text", 7, List.of(1))) {
      Http.Answer answer = alice.asks().patch(path, Map.of("config", none));
      assertThat(answer.json().path("errors").toString())
          .isEqualTo("{\"config\":[\"is invalid\"]}");
    }
    assertThat(alice.asks().get(path).json().path("config").isNull()).isTrue();
  }

  @Test
  void othersNeitherTellNorSee() {
    patch(Map.of("reading_interval", 30));
    Person bob = People.citizen("bob");
    assertThat(bob.asks().get(path).text("config")).isEqualTo("[FILTERED]");
    assertThat(bob.asks().patch(path, Map.of("config", Map.of())).status()).isEqualTo(403);
    assertThat(People.admin().asks().get(path).json().path("config").isObject()).isTrue();
  }

  private Http.Answer patch(Map<String, Object> config) {
    return alice.asks().patch(path, Map.of("config", config));
  }

  private List<@Nullable String> commands() {
    return CompactedTopic.valuesOf(
            ApiStack.shared().bootstrapServers(), Topic.DEVICES_COMMANDS, Long.toString(id))
        .stream()
        .<@Nullable String>map(value -> value == null ? null : new String(value, UTF_8))
        .toList();
  }
}
