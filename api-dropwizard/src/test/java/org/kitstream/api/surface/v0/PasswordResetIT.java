package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;

/** Setting a new password by a token that comes by mail. */
class PasswordResetIT {

  private static final String SUBJECT = "Password Reset Instructions";
  private static final Pattern TOKEN = Pattern.compile("(?m)^[A-Za-z0-9_-]{43}$");

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");

  @Test
  void aTokenComesByMailAndSetsThePasswordOnce() {
    String path = "/v0/password_resets/" + mailedToken(Map.of("username", alice.username()));
    Http.Answer found = nobody.get(path);
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.text("username")).isEqualTo(alice.username());
    assertThat(found.text("email")).isEqualTo("[FILTERED]");

    Http.Answer used = nobody.patch(path, Map.of("password", "muffins"));
    assertThat(used.status()).isEqualTo(200);
    assertThat(used.text("username")).isEqualTo(alice.username());
    assertThat(nobody.get(path).status()).isEqualTo(404);
    assertThat(nobody.patch(path, Map.of("password", "croissants")).status()).isEqualTo(404);
    assertThat(People.token(alice.username(), "muffins")).isNotEqualTo(alice.token());
  }

  @Test
  void aNewPasswordEndsEveryTokenThatTheOldOneLetIn() {
    String key = alice.asks().get("/v0/me").text("legacy_api_key");
    String token = mailedToken(Map.of("email", alice.username() + "@Example.ORG"));
    nobody.patch("/v0/password_resets/" + token, Map.of("password", "muffins"));
    assertThat(alice.asks().get("/v0/me").status()).isEqualTo(401);
    assertThat(nobody.with("Authorization", "Token token=" + key).get("/v0/me").status())
        .isEqualTo(401);
  }

  @Test
  void whoAsksMayNameTheUserInThreeWaysAndAnyCase() {
    String upper = alice.username().toUpperCase(Locale.ROOT);
    assertThat(request(Map.of("email_or_username", upper)).text("message"))
        .isEqualTo("Password Reset Instructions Delivered");
    assertThat(request(Map.of("email_or_username", upper + "@example.org")).status())
        .isEqualTo(200);
    assertThat(request(Map.of("username", upper)).status()).isEqualTo(200);
  }

  @Test
  void whoNamesNobodyOrSomebodyUnknownIsTold() {
    Http.Answer none = request(Map.of());
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text("errors"))
        .isEqualTo("Please include parameter email, username or email_or_username");
    assertThat(request(Map.of("username", "nobody at all")).status()).isEqualTo(404);
    assertThat(request(Map.of("email", "no@where")).text("id")).isEqualTo("record_not_found");
  }

  @Test
  void aPasswordMustBeGivenAndLongEnough() {
    String path = "/v0/password_resets/" + mailedToken(Map.of("username", alice.username()));
    Http.Answer missing = nobody.patch(path, Map.of("password", ""));
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.text("id")).isEqualTo("parameter_missing");
    Http.Answer shortOne = nobody.patch(path, Map.of("password", "1234"));
    assertThat(shortOne.status()).isEqualTo(422);
    assertThat(shortOne.json().at("/errors/password/0").asText())
        .isEqualTo("is too short (minimum is 5 characters)");
    assertThat(nobody.get("/v0/password_resets/moo").status()).isEqualTo(404);
  }

  @Test
  void citizensWhoAreSignedInMayNotButAdminsMay() {
    Map<String, String> named = Map.of("username", alice.username());
    assertThat(alice.asks().post("/v0/password_resets", named).status()).isEqualTo(403);
    assertThat(alice.asks().get("/v0/password_resets/moo").status()).isEqualTo(403);
    assertThat(People.admin().asks().post("/v0/password_resets", named).status()).isEqualTo(200);
  }

  @Test
  void anOldTokenIsNoGoodAndNoTokenIsStored() {
    String token = mailedToken(Map.of("username", alice.username()));
    TestDatabase.jdbi()
        .useHandle(
            handle ->
                assertThat(
                        handle.execute(
                            "UPDATE users SET password_reset_requested_at = now() - interval '25 h'"
                                + " WHERE username = ? AND password_reset_hash = sha256(?)",
                            alice.username(),
                            token.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(1));
    assertThat(nobody.get("/v0/password_resets/" + token).status()).isEqualTo(404);
  }

  private Http.Answer request(Map<String, ?> named) {
    return nobody.post("/v0/password_resets", named);
  }

  private String mailedToken(Map<String, ?> named) {
    assertThat(request(named).status()).isEqualTo(200);
    Matcher token = TOKEN.matcher(Mailbox.await(alice.username() + "@example.org", SUBJECT));
    assertThat(token.find()).isTrue();
    return token.group().trim();
  }
}
