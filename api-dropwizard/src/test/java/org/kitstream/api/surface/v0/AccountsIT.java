package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kitstream.api.surface.v0.People.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/** What can be done with accounts, and who sees what of them. */
class AccountsIT {

  private static final JsonCodec<DeviceProfile> PROFILES = JsonCodec.of(DeviceProfile.class);

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");
  private final Person bob = People.citizen("bob");
  private final Person adam = People.admin();

  @Test
  void p13_meIsChangedByItself() {
    String krusty = People.uniqueName("krusty");
    Http.Answer changed = alice.asks().patch("/v0/me", Map.of("username", krusty));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("username")).isEqualTo(krusty);

    Http.Answer empty = alice.asks().patch("/v0/me", Map.of("username", ""));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.text("id")).isEqualTo("unprocessable_entity");
    assertThat(nobody.patch("/v0/me", Map.of("username", "x")).status()).isEqualTo(401);
    assertThat(Http.withToken("moo").patch("/v0/me", Map.of("username", "x")).status())
        .isEqualTo(401);
  }

  @Test
  void p14_whoLeavesIsGoneWithTheirDevices() {
    long device = alice.device(Map.of("name", "left behind"));
    assertThat(nobody.delete("/v0/me").status()).isEqualTo(401);

    Http.Answer left = alice.asks().delete("/v0/me");
    assertThat(left.status()).isEqualTo(200);
    assertThat(left.text("message")).isEqualTo("OK");
    assertThat(alice.asks().get("/v0/me").status()).isEqualTo(401);
    assertThat(nobody.get("/v0/users/" + alice.username()).status()).isEqualTo(404);
    assertThat(nobody.get("/v0/devices/" + device).status()).isEqualTo(404);
    assertThat(adam.asks().get("/v0/devices/" + device).status()).isEqualTo(404);
  }

  @Test
  void theStreamHearsThatTheDevicesOfWhoLeftAreArchived() {
    long device = alice.device(Map.of("name", "left behind"));
    alice.asks().delete("/v0/me");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        CompactedTopic.valuesOf(
                            ApiStack.shared().bootstrapServers(),
                            Topic.DEVICES_PROFILES,
                            Long.toString(device)))
                    .extracting(bytes -> PROFILES.decode(bytes).archived())
                    .containsExactly(false, true));
  }

  @Test
  void p17_usersAreFoundByIdAndByName() {
    Http.Answer byName = nobody.get("/v0/users/" + alice.username());
    assertThat(byName.status()).isEqualTo(200);
    Http.Answer byId = nobody.get("/v0/users/" + byName.text("id"));
    assertThat(byId.json()).isEqualTo(byName.json());

    Http.Answer none = nobody.get("/v0/users/notauser");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text("id")).isEqualTo("record_not_found");
    assertThat(none.text("message")).isEqualTo("Couldn't find User with 'id'=notauser");
  }

  @Test
  void aUserNameMayHaveDots() {
    String name = People.uniqueName("a.b.c");
    assertThat(open(Map.of("username", name)).status()).isEqualTo(201);
    assertThat(nobody.get("/v0/users/" + name).text("username")).isEqualTo(name);
  }

  @Test
  void p18_onlyTheUserAndAdminsSeeTheEmailAndTheKeys() {
    String path = "/v0/users/" + alice.username();
    for (Http other : List.of(nobody, bob.asks(), People.researcher("rita").asks())) {
      JsonNode seen = other.get(path).json();
      assertThat(List.of("email", "legacy_api_key", "forwarding_token", "forwarding_username"))
          .allMatch(field -> seen.path(field).asText().equals("[FILTERED]"));
    }
    for (Http insider : List.of(alice.asks(), adam.asks())) {
      JsonNode seen = insider.get(path).json();
      assertThat(seen.path("email").asText()).isEqualTo(alice.username() + "@example.org");
      assertThat(seen.path("legacy_api_key").asText()).matches("[0-9a-f]{40}");
      assertThat(seen.path("forwarding_token").isNull()).isTrue();
    }
  }

  @Test
  void p19_aNewUserIsWelcomedByMail() {
    String name = People.uniqueName("homer");
    assertThat(open(Map.of("username", name)).status()).isEqualTo(201);
    assertThat(Mailbox.await(name + "@example.org", "Welcome to SmartCitizen"))
        .contains("Hello " + name);
  }

  @Test
  void p20_anAccountIsChangedByItsUserAndByAdminsOnly() {
    String path = "/v0/users/" + alice.username();
    Map<String, String> city = Map.of("city", "Barcelona");
    Http.Answer byBob = bob.asks().patch(path, city);
    assertThat(byBob.status()).isEqualTo(403);
    assertThat(byBob.text("id")).isEqualTo("forbidden");
    assertThat(nobody.patch(path, city).status()).isEqualTo(403);
    assertThat(Http.withToken("moo").patch(path, city).status()).isEqualTo(403);

    Http.Answer byAdam = adam.asks().patch(path, city);
    assertThat(byAdam.status()).isEqualTo(200);
    assertThat(byAdam.json().path("location").path("city").asText()).isEqualTo("Barcelona");

    Http.Answer nameless = alice.asks().patch(path, nulled("username"));
    assertThat(nameless.status()).isEqualTo(422);
    assertThat(nameless.json().path("errors").path("username").path(0).asText())
        .isEqualTo("can't be blank");
  }

  @Test
  void p21_aPrivateDeviceIsAmongTheDevicesForTheOwnerAndAdminsOnly() {
    long open = alice.device(Map.of("name", "open", "latitude", 41.5, "longitude", 2.25));
    long hidden = alice.device(Map.of("name", "hidden", "is_private", true));
    String path = "/v0/users/" + alice.username();
    for (Http insider : List.of(alice.asks(), adam.asks())) {
      assertThat(insider.get(path).json().path("devices"))
          .extracting(device -> device.path("id").asLong())
          .containsExactly(open, hidden);
    }
    for (Http other : List.of(nobody, bob.asks(), People.researcher("rita").asks())) {
      JsonNode devices = other.get(path).json().path("devices");
      assertThat(devices).extracting(device -> device.path("id").asLong()).containsExactly(open);
      assertThat(devices.path(0).path("latitude").asDouble()).isEqualTo(41.5);
      assertThat(devices.path(0).path("location").isNull()).isTrue();
      assertThat(devices.path(0).path("owner").asText()).isEqualTo(alice.username());
    }
    assertThat(alice.asks().get(path).json().at("/devices/0/location/longitude").asDouble())
        .isEqualTo(2.25);
  }

  @Test
  void onlyTheUserDeletesAnAccountNotEvenAnAdmin() {
    String path = "/v0/users/" + bob.username();
    assertThat(nobody.delete(path).status()).isEqualTo(403);
    assertThat(alice.asks().delete(path).status()).isEqualTo(403);
    assertThat(adam.asks().delete(path).status()).isEqualTo(403);
    assertThat(bob.asks().delete(path).text("message")).isEqualTo("OK");
    assertThat(nobody.get(path).status()).isEqualTo(404);
  }

  @Test
  void nullClearsAndAbsenceLeaves() {
    alice.asks().patch("/v0/me", Map.of("city", "Girona", "country_code", "es"));
    JsonNode location =
        alice.asks().patch("/v0/me", Map.of("first_name", "Alice")).json().path("location");
    assertThat(location.path("city").asText()).isEqualTo("Girona");
    assertThat(location.path("country_code").asText()).isEqualTo("ES");
    assertThat(location.path("country").asText()).isEqualTo("Spain");

    JsonNode cleared = alice.asks().patch("/v0/me", nulled("country_code")).json();
    assertThat(cleared.path("location").path("country_code").isNull()).isTrue();
    assertThat(cleared.path("location").path("country").isNull()).isTrue();
    assertThat(cleared.path("location").path("city").asText()).isEqualTo("Girona");
    assertThat(cleared.path("first_name").asText()).isEqualTo("Alice");
  }

  @Test
  void everyRuleHasItsMessage() {
    assertThat(message(Map.of("username", "ab"), "username"))
        .isEqualTo("is too short (minimum is 3 characters)");
    assertThat(message(Map.of("username", "a".repeat(31)), "username"))
        .isEqualTo("is too long (maximum is 30 characters)");
    assertThat(message(Map.of("username", "a@bcd"), "username")).isEqualTo("is invalid");
    assertThat(message(Map.of("email", "nowhere"), "email")).isEqualTo("is invalid");
    assertThat(message(Map.of("email", "a@b.c\r\nBcc: d@e.f"), "email")).isEqualTo("is invalid");
    assertThat(message(Map.of("password", "1234"), "password"))
        .isEqualTo("is too short (minimum is 5 characters)");
    assertThat(message(Map.of("url", "ftp://x.org"), "url")).isEqualTo("is invalid");
    assertThat(message(Map.of("email", bob.username() + "@EXAMPLE.org"), "email"))
        .isEqualTo("has already been taken");
    String at = People.uniqueName("@at");
    assertThat(open(Map.of("username", at, "email", at.substring(1) + "@b.org")).status())
        .isEqualTo(201);
  }

  @Test
  void aTakenNameIsRefusedOnChangeButOnesOwnIsNot() {
    Http.Answer taken = alice.asks().patch("/v0/me", Map.of("username", bob.username()));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.json().at("/errors/username/0").asText()).isEqualTo("has already been taken");
    assertThat(alice.asks().patch("/v0/me", Map.of("username", alice.username())).status())
        .isEqualTo(200);
  }

  @Test
  void aChangedPasswordLetsInAndTheOldOneDoesNot() {
    assertThat(alice.asks().patch("/v0/me", Map.of("password", "muffins")).status()).isEqualTo(200);
    assertThat(People.token(alice.username(), "muffins")).isEqualTo(alice.token());
    Http.Answer old =
        nobody.post("/v0/sessions", Map.of("username", alice.username(), "password", PASSWORD));
    assertThat(old.status()).isEqualTo(422);
  }

  @Test
  void onlyAnAdminChangesRolesAndResearchersGetForwardingNames() {
    String path = "/v0/users/" + alice.username();
    assertThat(alice.asks().patch(path, Map.of("role_mask", 5)).text("role")).isEqualTo("citizen");
    assertThat(adam.asks().patch(path, Map.of("role_mask", 2)).text("role"))
        .isEqualTo("researcher");
    String token = alice.asks().get("/v0/me").text("forwarding_token");
    assertThat(token).matches("[A-Za-z0-9_-]{16}");
    assertThat(alice.asks().get("/v0/me").text("forwarding_username")).matches("[A-Za-z0-9_-]{16}");

    adam.asks().patch(path, Map.of("role_mask", 0));
    assertThat(alice.asks().get("/v0/me").text("forwarding_token")).isEqualTo(token);
    assertThat(alice.asks().get("/v0/me").text("role")).isEqualTo("citizen");
  }

  @Test
  void usersAreListedInPages() {
    Http.Answer page = nobody.get("/v0/users?per_page=2");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json()).hasSize(2);
    assertThat(page.header("Per-Page")).isEqualTo("2");
    assertThat(Long.parseLong(page.header("Total"))).isGreaterThan(2);
    assertThat(page.header("Link")).contains("rel=\"next\"");
    assertThat(page.json().path(0).path("email").asText()).isEqualTo("[FILTERED]");
  }

  private String message(Map<String, ?> changed, String field) {
    Http.Answer refused = open(changed);
    assertThat(refused.status()).as(refused.raw().body()).isEqualTo(422);
    return refused.json().path("errors").path(field).path(0).asText();
  }

  private Http.Answer open(Map<String, ?> changed) {
    String name = People.uniqueName("new");
    Map<String, Object> account = new HashMap<>(Map.of("username", name, "password", PASSWORD));
    account.putAll(changed);
    account.putIfAbsent("email", account.get("username") + "@example.org");
    return nobody.post("/v0/users", account);
  }

  private static Map<String, Object> nulled(String field) {
    Map<String, Object> body = new HashMap<>();
    body.put(field, null);
    return body;
  }
}
