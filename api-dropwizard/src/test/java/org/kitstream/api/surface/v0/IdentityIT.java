package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.api.surface.v0.People.PASSWORD;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.surface.v0.People.Person;

/** Accounts, logins and every form of credentials. */
class IdentityIT {

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");

  @Test
  void p9_aTokenMayBeAParameter() {
    Http.Answer answer = nobody.get("/v0/me?access_token=" + alice.token());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("username")).isEqualTo(alice.username());
  }

  @Test
  void p10_anUnknownTokenParameterIsNamedAsTheReason() {
    Http.Answer answer = nobody.get("/v0/me?access_token=moo");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("id")).isEqualTo("unauthorized");
    assertThat(answer.text("message")).isEqualTo("Invalid OAuth2 Params");
  }

  @Test
  void p11_withoutCredentialsAuthorizationIsRequired() {
    assertThat(nobody.get("/v0/me").text("message")).isEqualTo("Authorization required");
    Http.Answer empty = nobody.with("Authorization", "").get("/v0/me");
    assertThat(empty.status()).isEqualTo(401);
    assertThat(empty.text("message")).isEqualTo("Authorization required");
  }

  @Test
  void p12_basicCredentialsAreNameAndPassword() {
    assertThat(basic(alice.username(), PASSWORD).get("/v0/me").status()).isEqualTo(200);

    Http.Answer wrong = basic(alice.username(), "doughnuts").get("/v0/me");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text("message")).isEqualTo("Invalid Username/Password Combination");
    assertThat(wrong.header("WWW-Authenticate"))
        .isEqualTo("Basic realm=\"Application\", Token realm=\"Application\"");
  }

  @Test
  void aWrongBasicPasswordIsRefusedEvenWhereNobodyHasToBeKnown() {
    assertThat(basic(alice.username(), "wrong").get("/v0/devices").status()).isEqualTo(401);
    assertThat(nobody.get("/v0/devices?access_token=moo").status()).isEqualTo(200);
  }

  @Test
  void basicTakesNoEmailAddress() {
    assertThat(basic(alice.username() + "@example.org", PASSWORD).get("/v0/me").status())
        .isEqualTo(401);
  }

  @Test
  void everyFormOfTokenIsAccepted() {
    String key = alice.asks().get("/v0/me").text("legacy_api_key");
    assertThat(key).hasSize(40);
    assertThat(
            new Http[] {
              nobody.with("Authorization", "Bearer " + alice.token()),
              nobody.with("Authorization", "token " + alice.token()),
              nobody.with("Authorization", "Token token=" + key),
              nobody.with("Authorization", "Token token=\"" + key + '"')
            })
        .allMatch(form -> form.get("/v0/me").text("username").equals(alice.username()));
  }

  @Test
  void aTokenMayStandInAFormOrJsonBody() {
    Http.Answer json =
        nobody.post("/v0/devices", Map.of("name", "by json", "access_token", alice.token()));
    Http.Answer form =
        nobody
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send(
                "POST",
                "/v0/devices",
                BodyPublishers.ofString("name=by+form&access_token=" + alice.token()));
    assertThat(json.status()).isEqualTo(201);
    assertThat(form.status()).isEqualTo(201);
    assertThat(form.text("name")).isEqualTo("by form");
  }

  @Test
  void p15_everyLoginGivesTheSameToken() {
    assertThat(alice.token()).matches("[0-9a-f]{64}");
    assertThat(People.token(alice.username(), PASSWORD)).isEqualTo(alice.token());
    assertThat(People.token(alice.username() + "@example.org", PASSWORD)).isEqualTo(alice.token());
    assertThat(People.token(alice.username().toUpperCase(Locale.ROOT), PASSWORD))
        .isEqualTo(alice.token());
  }

  @Test
  void p16_failedLoginsSayWhy() {
    Http.Answer wrong = login(Map.of("username", alice.username(), "password", "doughnuts"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("errors").path("password").path(0).asText())
        .isEqualTo("is incorrect");

    Http.Answer missing = login(Map.of("username", alice.username()));
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.text("id")).isEqualTo("parameter_missing");
    assertThat(missing.text("message"))
        .isEqualTo("param is missing or the value is empty: password");

    Http.Answer unknown = login(Map.of("username", "nobody at all", "password", "x"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("id")).isEqualTo("record_not_found");
  }

  @Test
  void p19_anAccountNeedsNameEmailAndPassword() {
    Http.Answer answer = nobody.post("/v0/users", Map.of("username", "homer"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").path("email").path(0).asText())
        .isEqualTo("can't be blank");
    assertThat(answer.json().path("errors").has("password")).isTrue();
  }

  @Test
  void anAccountIsUnique() {
    Http.Answer again =
        nobody.post(
            "/v0/users",
            Map.of(
                "username", alice.username(), "email", "other@example.org", "password", PASSWORD));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.json().path("errors").path("username").path(0).asText())
        .isEqualTo("has already been taken");
  }

  @Test
  void onlyAnAdminGivesRolesAndACitizenOpensNoAccounts() {
    String name = People.uniqueName("climber");
    Map<String, Object> account =
        Map.of(
            "username", name, "email", name + "@example.org", "password", PASSWORD, "role_mask", 5);
    assertThat(alice.asks().post("/v0/users", account).status()).isEqualTo(403);
    assertThat(nobody.post("/v0/users", account).text("role")).isEqualTo("citizen");
    assertThat(People.researcher("rita").asks().get("/v0/me").text("role")).isEqualTo("researcher");
  }

  @Test
  void theFirstStartMakesAnAdmin() {
    Http.Answer me = basic("admin", ApiStack.ADMIN_PASSWORD).get("/v0/me");
    assertThat(me.text("role")).isEqualTo("admin");
  }

  @Test
  void textThatCannotBeStoredIsRefused() {
    Http.Answer answer = nobody.post("/v0/users", Map.of("username", "a\0b"));
    assertThat(answer.status()).isEqualTo(400);
  }

  private Http.Answer login(Map<String, ?> credentials) {
    return nobody.post("/v0/sessions", credentials);
  }

  private Http basic(String username, String password) {
    byte[] pair = (username + ':' + password).getBytes(StandardCharsets.UTF_8);
    return nobody.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }
}
