package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.device.EventKind;

/** What becomes of what kits report. */
class KitReportsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ORPHAN = "/v0/onboarding/device";
  private static final String INFO =
      "{\"time\":\"2024-10-03T03:00:18Z\",\"hw_ver\":\"2.1\",\"id\":48,\"uuid\":\"u-1\"}";

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");

  @Test
  void p41_anythingButInventoryShakesHands() {
    for (EventKind kind : List.of(EventKind.HELLO, EventKind.INFO, EventKind.ERRORS)) {
      Http.Answer started = nobody.post(ORPHAN, Map.of());
      assertThat(handshake(started)).isFalse();
      KitSays.say(kind, started.text("device_token"), "anything");
      await().atMost(PATIENCE).until(() -> handshake(started));
    }
  }

  @Test
  void p41_aKitThatWasRegisteredFirstShakesHandsByItsReadings() {
    Http.Answer started = nobody.post(ORPHAN, Map.of("name", "Roof"));
    long id = register(started);
    TestDatabase.jdbi()
        .useHandle(h -> h.execute("UPDATE devices SET last_reading_at = now() WHERE id = ?", id));
    await().atMost(PATIENCE).until(() -> handshake(started));
  }

  @Test
  void p42_everyInventoryIsOneMoreRow() {
    Http admin = People.admin().asks();
    String first = "{\"id\":\"aa-bb\",\"tests\":[{\"0\":1.00},{\"1\":\"\\u0000\"}]}";
    ProducerRecord<String, byte[]> report = KitSays.event(EventKind.INVENTORY, "", first);
    KitSays.send(report);
    KitSays.send(report);
    KitSays.say(EventKind.INVENTORY, "", "not json");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(admin.get("/v0/inventory").json())
                    .hasSize(2)
                    .satisfiesExactly(
                        newest -> assertThat(newest.path("report").isNull()).isTrue(),
                        oldest -> {
                          assertThat(oldest.path("report").path("id").asText()).isEqualTo("aa-bb");
                          assertThat(oldest.path("created_at").asText()).endsWith("Z");
                        }));
    assertThat(alice.asks().get("/v0/inventory").status()).isEqualTo(403);
  }

  @Test
  void p43_aKitsInfoReplacesTheOldOneAndNothingElse() {
    String token = People.uniqueName("kit");
    long id = alice.device(Map.of("name", "roof", "device_token", token));
    String before = device(id).path("updated_at").asText();
    TestDatabase.jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE devices SET updated_at = updated_at - interval '1 day' WHERE id = ?",
                    id));
    String moved = device(id).path("updated_at").asText();
    assertThat(moved).isNotEqualTo(before);

    KitSays.say(EventKind.INFO, token, "{\"id\":1,\"old\":true}");
    KitSays.say(EventKind.INFO, token, "no object");
    KitSays.say(EventKind.INFO, token, INFO);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(status(id)).isEqualTo(Http.MAPPER.readTree(INFO)));
    assertThat(device(id).path("updated_at").asText()).isEqualTo(moved);
    assertThat(device(id).path("hardware").path("version").asText()).isEqualTo("2.1");
  }

  @Test
  void anInfoWaitsUntilItsKitIsRegistered() {
    Http.Answer started = nobody.post(ORPHAN, Map.of("name", "Roof"));
    String token = started.text("device_token");
    KitSays.say(EventKind.INFO, token, INFO);
    await().atMost(PATIENCE).until(() -> waiting(token) == 1);
    long id = register(started);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(status(id)).isEqualTo(Http.MAPPER.readTree(INFO)));
    assertThat(waiting(token)).isZero();
  }

  @Test
  void anInfoOfNobodyOrFromAnotherBrokerDoesNotWait() {
    Http.Answer started = nobody.post(ORPHAN, Map.of());
    String orphan = started.text("device_token");
    String nobodys = People.uniqueName("kit");
    KitSays.say(EventKind.INFO, nobodys, INFO);
    KitSays.send(KitSays.bridged(EventKind.INFO, orphan, INFO));
    await().atMost(PATIENCE).until(() -> handshake(started));
    assertThat(waiting(orphan)).isZero();
    assertThat(waiting(nobodys)).isZero();
  }

  @Test
  void whatTheDatabaseCannotStoreHoldsNothingBack() {
    String token = People.uniqueName("kit");
    long id = alice.device(Map.of("name", "roof", "device_token", token));
    KitSays.say(EventKind.INFO, token, "{\"a\":\"\\u0000\"}");
    KitSays.say(EventKind.INFO, token, "{\"a\":1e999999}");
    KitSays.say(EventKind.ERRORS, token, "sd card\0 missing");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(messages(id)).containsExactly("sd card missing"));
    assertThat(status(id).isNull()).isTrue();
  }

  @Test
  void theNewestErrorsAreKeptAndShownToTheOwner() {
    String token = People.uniqueName("kit");
    long id = alice.device(Map.of("name", "roof", "device_token", token));
    Jdbi jdbi = TestDatabase.jdbi();
    jdbi.useHandle(
        h ->
            IntStream.range(0, 1_000)
                .forEach(
                    i ->
                        h.execute(
                            "INSERT INTO device_errors (message_id, device_id, message,"
                                + " created_at) VALUES (?, ?, ?, now())",
                            token + i,
                            id,
                            "old " + i)));
    KitSays.say(EventKind.ERRORS, token, "x".repeat(3_000));
    await().atMost(PATIENCE).until(() -> messages(id).get(0).equals("x".repeat(2_000)));

    Http.Answer page = alice.asks().get("/v0/devices/" + id + "/errors?per_page=2");
    assertThat(page.header("Total")).isEqualTo("1000");
    assertThat(page.json()).hasSize(2);
    assertThat(page.json().get(1).path("message").asText()).isEqualTo("old 999");
    assertThat(page.json().get(0).path("device_id").asLong()).isEqualTo(id);
    assertThat(People.citizen("bob").asks().get("/v0/devices/" + id + "/errors").status())
        .isEqualTo(403);
  }

  private List<String> messages(long id) {
    return alice.asks().get("/v0/devices/" + id + "/errors").json().findValuesAsText("message");
  }

  private JsonNode device(long id) {
    return alice.asks().get("/v0/devices/" + id).json();
  }

  private JsonNode status(long id) {
    return device(id).path("hardware").path("last_status_message");
  }

  private long register(Http.Answer started) {
    Http.Answer registered =
        alice
            .asks()
            .with("OnboardingSession", started.text("onboarding_session"))
            .post("/v0/onboarding/register", Map.of());
    assertThat(registered.status()).as(registered.raw().body()).isEqualTo(201);
    return registered.json().path("id").asLong();
  }

  private boolean handshake(Http.Answer started) {
    return nobody
        .with("OnboardingSession", started.text("onboarding_session"))
        .get(ORPHAN)
        .json()
        .path("device_handshake")
        .asBoolean();
  }

  private static int waiting(String token) {
    return TestDatabase.jdbi()
        .withHandle(
            h ->
                h.select("SELECT count(*) FROM waiting_infos WHERE token = ?", token)
                    .mapTo(Integer.class)
                    .one());
  }
}
