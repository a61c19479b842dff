package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;

/** From a kit fresh out of its box to a device; and what the broker asks about forwarding. */
class OnboardingIT {

  private static final String DEVICE = "/v0/onboarding/device";
  private static final String REGISTER = "/v0/onboarding/register";

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");

  @Test
  void p44_anEmptyRequestStartsASession() {
    Http.Answer started = nobody.post(DEVICE, Map.of());
    assertThat(started.status()).isEqualTo(201);
    assertThat(started.json()).hasSize(2);
    assertThat(started.text("device_token")).matches("[a-z0-9]{6}");
    assertThat(started.text("onboarding_session")).matches("[0-9a-f-]{36}");
  }

  @Test
  void p44_theSessionSaysMoreAndWatches() {
    Http.Answer started = nobody.post(DEVICE, Map.of("exposure", "indoor"));
    Http session = session(nobody, started);
    Map<String, Object> more =
        Map.of(
            "name", "Roof", "user_tags", "a,b", "description", "north", "device_token", "mine00");
    Http.Answer changed = session.patch(DEVICE, more);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(session.get(DEVICE).json()).isEqualTo(changed.json());
    assertThat(changed.text("name")).isEqualTo("Roof");
    assertThat(changed.text("user_tags")).isEqualTo("a,b");
    assertThat(changed.text("exposure")).isEqualTo("indoor");
    assertThat(changed.text("device_token")).isEqualTo(started.text("device_token"));
    assertThat(changed.json().path("device_handshake").asBoolean(true)).isFalse();
    assertThat(session.patch(DEVICE, Map.of("exposure", "sky")).json().path("errors").toString())
        .isEqualTo("{\"exposure\":[\"is not included in the list\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "11111111-1111-1111-1111-111111111111"})
  void p44_anUnknownSessionIsNotFoundBeforeAnythingElse(String session) {
    Http stranger = nobody.with("OnboardingSession", session);
    for (Http.Answer refused :
        new Http.Answer[] {
          stranger.get(DEVICE),
          stranger.patch(DEVICE, Map.of("name", "x")),
          stranger.post(REGISTER, Map.of()),
          nobody.get(DEVICE)
        }) {
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.raw().body()).isEqualTo("{\"error\":\"Invalid OnboardingSession\"}");
    }
  }

  @Test
  void p44_aUserRegistersTheKitOnce() {
    String tag = People.uniqueName("tag");
    People.admin().asks().post("/v0/tags", Map.of("name", tag));
    Http.Answer started = nobody.post(DEVICE, Map.of("name", "Roof", "user_tags", tag));
    Http.Answer anonymous = session(nobody, started).post(REGISTER, Map.of());
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.text("message")).isEqualTo("Authorization required");

    Http.Answer registered = session(alice.asks(), started).post(REGISTER, Map.of());
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.json().path("owner_id").asLong())
        .isEqualTo(alice.asks().get("/v0/me").json().path("id").asLong());
    assertThat(registered.text("device_token")).isEqualTo(started.text("device_token"));
    assertThat(registered.json().path("user_tags").toString()).isEqualTo("[\"" + tag + "\"]");
    assertThat(registered.text("state")).isEqualTo("never_published");
    assertThat(registered.text("workflow_state")).isEqualTo("active");
    assertThat(registered.json().path("meta").isObject()).isTrue();

    Http.Answer again = session(alice.asks(), started).post(REGISTER, Map.of());
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.json().path("errors").toString())
        .isEqualTo("{\"device_token\":[\"has already been taken\"]}");
  }

  @Test
  void p44_registeringNeedsANameAndNoTags() {
    Http.Answer nameless = nobody.post(DEVICE, Map.of());
    Http.Answer refused = session(alice.asks(), nameless).post(REGISTER, Map.of());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString())
        .isEqualTo("{\"name\":[\"can't be blank\"]}");
    Http.Answer untagged = nobody.post(DEVICE, Map.of("name", "Roof"));
    assertThat(session(alice.asks(), untagged).post(REGISTER, Map.of()).status()).isEqualTo(201);
  }

  @Test
  void p44_aUserIsFoundByEmail() {
    String path = "/v0/onboarding/user";
    Http.Answer found = nobody.post(path, Map.of("email", alice.username() + "@EXAMPLE.org"));
    assertThat(found.raw().body()).isEqualTo("{\"username\":\"" + alice.username() + "\"}");
    Http.Answer unknown = nobody.post(path, Map.of("email", "no@example.org"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.raw().body()).isEqualTo("{\"message\":\"not_found\"}");
    Http.Answer missing = nobody.post(path, Map.of());
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.text("message")).isEqualTo("param is missing or the value is empty: email");
  }

  @Test
  void p45_theBrokerHearsWhoMaySubscribe() {
    String token = People.uniqueName("tok");
    String name = People.uniqueName("fu");
    TestDatabase.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE users SET forwarding_token = ?, forwarding_username = ?"
                        + " WHERE username = ?",
                    token,
                    name,
                    alice.username()));
    assertThat(verdict("/forward/" + token + "/device/+/readings", name)).isEqualTo("allow");
    assertThat(verdict("/forward/" + token + "/device/+/readings", "other")).isEqualTo("deny");
    assertThat(verdict("/forward/" + token, name)).isEqualTo("deny");
    assertThat(verdict("/forward/other/device/+/readings", name)).isEqualTo("deny");
    assertThat(verdict("device/sck/" + token + "/readings", name)).isEqualTo("deny");
    assertThat(verdict("/+/forward/" + token + "/x", name)).isEqualTo("deny");
    assertThat(nobody.get("/v0/forward").raw().body()).isEqualTo("{\"result\":\"deny\"}");
  }

  private String verdict(String topic, String username) {
    Http.Answer answer =
        nobody.get("/v0/forward?topic=" + topic.replace("+", "%2B") + "&username=" + username);
    assertThat(answer.status()).isEqualTo(200);
    return answer.text("result");
  }

  private static Http session(Http who, Http.Answer started) {
    return who.with("OnboardingSession", started.text("onboarding_session"));
  }
}
