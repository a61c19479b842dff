package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kitstream.api.ApiStack;

/** Users and devices of one test, made through the api itself; names never clash. */
final class People {

  static final String PASSWORD = "donuts";

  private People() {}

  /** A user with an account. */
  record Person(String username, String token) {
    Http asks() {
      return Http.withToken(token);
    }

    /** A device of this user; its id. */
    long device(Map<String, ?> attributes) {
      Http.Answer answer = asks().post("/v0/devices", attributes);
      assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
      return answer.json().path("id").asLong();
    }
  }

  static String uniqueName(String stem) {
    return stem + '-' + UUID.randomUUID().toString().substring(0, 8);
  }

  static Person citizen(String stem) {
    return person(Http.anonymous(), stem, Map.of());
  }

  static Person researcher(String stem) {
    return person(admin().asks(), stem, Map.of("role_mask", 2));
  }

  /** Another admin, of whom a test may dispose. */
  static Person newAdmin(String stem) {
    return person(admin().asks(), stem, Map.of("role_mask", 5));
  }

  static Person admin() {
    return First.ADMIN;
  }

  /** Logged in once: checking a password is slow by design. */
  private static final class First {
    static final Person ADMIN = new Person("admin", token("admin", ApiStack.ADMIN_PASSWORD));
  }

  static String token(String login, String password) {
    Http.Answer answer =
        Http.anonymous().post("/v0/sessions", Map.of("username", login, "password", password));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.text("access_token");
  }

  private static Person person(Http maker, String stem, Map<String, ?> more) {
    String name = uniqueName(stem);
    Map<String, Object> account =
        new HashMap<>(
            Map.of("username", name, "email", name + "@example.org", "password", PASSWORD));
    account.putAll(more);
    Http.Answer answer = maker.post("/v0/users", account);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return new Person(name, token(name, PASSWORD));
  }
}
