package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kitstream.api.ApiStack;
import org.kitstream.api.RunningApi;
import org.kitstream.api.surface.v0.People.Person;

/** The pictures of users: sent in forms, shown to everybody. */
class PictureIT {

  private static final String PNG = "\u0089PNG\r\n\u001a\n";
  private static final int LARGEST = 2 << 20;

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");

  /** Gives somebody a picture; its path. */
  static String pictured(Person person) {
    Http.Answer answer = send(person, "PATCH", "/v0/me", file(PNG + person.username()));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.text("profile_picture")).isNotEmpty();
    return answer.text("profile_picture");
  }

  static List<Arguments> types() {
    return List.of(
        Arguments.of("image/png", PNG + "rest"),
        Arguments.of("image/jpeg", "\u00ff\u00d8\u00ff\u00e0"),
        Arguments.of("image/gif", "GIF89a..."),
        Arguments.of("image/webp", "RIFF\n\u0000..WEBPVP8"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void isGivenToEverybodyAsWhatItIs(String type, String picture) {
    Http.Answer changed = send(alice, "PUT", "/v0/users/" + alice.username(), file(picture));
    assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    String path = changed.text("profile_picture");
    assertThat(path)
        .matches("/v0/users/" + changed.text("id") + "/profile_picture\\?v=[0-9a-f]{8}");

    Http.Answer got = nobody.get(path);
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.header("Content-Type")).isEqualTo(type);
    assertThat(got.header("Cache-Control")).isEqualTo("public, max-age=3600");
    assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
    String tag = got.header("ETag");
    assertThat(tag).startsWith('"' + path.replaceFirst(".*=", "")).hasSize(66);
    Http.Answer again = nobody.with("If-None-Match", tag).get(path);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("ETag")).isEqualTo(tag);
  }

  @Test
  void comesBackByteForByteUpToTheBound() {
    String text = "GIF89a" + "x".repeat(LARGEST - 6);
    assertThat(send(alice, "PATCH", "/v0/me", file(text)).status()).isEqualTo(200);
    assertThat(nobody.get(path(alice)).raw().body()).isEqualTo(text);

    Http.Answer tooLarge = send(alice, "PATCH", "/v0/me", file(text + 'x'));
    assertThat(tooLarge.status()).isEqualTo(422);
    assertThat(tooLarge.json().path("errors").path("profile_picture").path(0).asText())
        .isEqualTo("is too large (maximum is 2097152 bytes)");
    assertThat(send(alice, "PATCH", "/v0/me", file("x".repeat(9 << 20))).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"''", "<svg/>", "PNG", "RIFF....WAVE", "' GIF89a'"})
  void whatIsNoPictureIsRefusedAndChangesNothing(String content) {
    String before = pictured(alice);
    Http.Answer answer =
        send(alice, "PATCH", "/v0/me", part("city", null, "Nowhere") + file(content));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").path("profile_picture").path(0).asText())
        .isEqualTo("is not a PNG, JPEG, GIF or WebP picture");
    Http.Answer me = alice.asks().get("/v0/me");
    assertThat(me.text("profile_picture")).isEqualTo(before);
    assertThat(me.json().path("location").path("city").isNull()).isTrue();
  }

  @Test
  void theFieldsBesideItCountToo() {
    Http.Answer answer =
        send(alice, "PATCH", "/v0/me", part("city", null, "Barcelona") + file(PNG));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.json().path("location").path("city").asText()).isEqualTo("Barcelona");
    Http.Answer wrong = send(alice, "PATCH", "/v0/me", part("username", null, "x") + file("no"));
    assertThat(wrong.json().path("errors").has("username")).isTrue();
    assertThat(wrong.json().path("errors").has("profile_picture")).isTrue();
  }

  @Test
  void anEmptyValueRemovesItAndNoFileChosenDoesNot() {
    String path = pictured(alice);
    send(alice, "PATCH", "/v0/me", part("profile_picture", "", ""));
    assertThat(path(alice)).isEqualTo(path);
    alice.asks().patch("/v0/me", Map.of("profile_picture", "https://api.example.org" + path));
    assertThat(path(alice)).isEqualTo(path);
    assertThat(alice.asks().patch("/v0/me", Map.of("profile_picture", "x")).status())
        .isEqualTo(422);

    Http.Answer removed = alice.asks().patch("/v0/me", Map.of("profile_picture", ""));
    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.text("profile_picture")).isEmpty();
    assertThat(nobody.get(path).status()).isEqualTo(404);

    pictured(alice);
    send(alice, "PATCH", "/v0/me", part("profile_picture", null, ""));
    assertThat(path(alice)).isEmpty();
  }

  @Test
  void usersOwnersAndSearchResultsSayWhereItIs() {
    String path = pictured(alice);
    long device = alice.device(Map.of("name", "d"));
    String name = alice.username();
    List<Http.Answer> answers =
        List.of(
            nobody.get("/v0/users/" + name),
            nobody.get("/v0/users?q[username_eq]=".replace("[", "%5B").replace("]", "%5D") + name),
            nobody.get("/v0/search?q=" + name),
            nobody.get("/v0/devices/" + device));
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.json().findValuesAsText("profile_picture"))
                    .isNotEmpty()
                    .containsOnly(path));
  }

  @Test
  void isOnlyForTheUserAndAdminsToChange() {
    String users = "/v0/users/" + alice.username();
    assertThat(send(People.citizen("bob"), "PATCH", users, file("no")).status()).isEqualTo(403);
    assertThat(send(People.admin(), "PATCH", users, file(PNG)).status()).isEqualTo(200);
    assertThat(path(alice)).isNotEmpty();
  }

  @Test
  void isGoneWithWhoLeaves() {
    String path = pictured(alice);
    alice.asks().delete("/v0/me");
    assertThat(nobody.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"multipart/form-data", "multipart/form-data; boundary=other"})
  void aFormThatCannotBeReadIsRefused(String type) {
    Http.Answer answer =
        alice
            .asks()
            .with("Content-Type", type)
            .send("PATCH", "/v0/me", BodyPublishers.ofString("--b\r\n\r\n"));
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void theAddressBeginsAsTheOperatorSays() {
    String path = pictured(alice);
    Map<String, String> settings = new HashMap<>(ApiStack.shared().settings());
    settings.put("KITSTREAM_PUBLIC_URL", "https://api.example.org");
    try (RunningApi other = RunningApi.start(settings)) {
      Http there = nobody.at("http://127.0.0.1:" + other.httpPort());
      assertThat(there.get("/v0/users/" + alice.username()).text("profile_picture"))
          .isEqualTo("https://api.example.org" + path);
      assertThat(there.get("/v0/users/admin").text("profile_picture")).isEmpty();
    }
  }

  private static String path(Person person) {
    return person.asks().get("/v0/me").text("profile_picture");
  }

  private static Http.Answer send(Person person, String method, String path, String parts) {
    byte[] body = (parts + "--frontier--\r\n").getBytes(ISO_8859_1);
    return person
        .asks()
        .with("Content-Type", "multipart/form-data; boundary=frontier")
        .send(method, path, BodyPublishers.ofByteArray(body));
  }

  private static String file(String content) {
    return part("profile_picture", "me.txt", content);
  }

  private static String part(String name, @Nullable String fileName, String content) {
    String file = fileName == null ? "" : "; filename=\"" + fileName + '"';
    return "--frontier\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(name, file, content);
  }
}
