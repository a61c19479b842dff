package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;

class SearchIT {

  private final Http nobody = Http.anonymous();

  /** A word that only this test's devices have. */
  private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

  private final Person alice = People.citizen("alice");

  @Test
  void usersAndDevicesAreFoundInOneList() {
    Person anna = People.citizen(word);
    long id = anna.device(Map.of("name", word + " roof", "description", "north side"));
    settle(id, "Barcelona", "ES");

    Http.Answer answer = search(nobody, word);
    assertThat(answer.header("Total")).isEqualTo("2");
    assertThat(answer.header("Per-Page")).isEqualTo("25");
    assertThat(answer.header("Cache-Control")).contains("max-age=5", "public");
    JsonNode user = answer.json().path(0);
    assertThat(user.toString())
        .contains("\"type\":\"User\"", "\"username\":\"" + anna.username() + "\"")
        .contains("\"avatar\":null", "\"city\":null", "\"country_code\":null");
    JsonNode device = answer.json().path(1);
    assertThat(device.toString())
        .startsWith(
            "{\"id\":%d,\"type\":\"Device\",\"name\":\"%s roof\",\"description\":\"north side\","
                .formatted(id, word))
        .contains("\"owner_username\":\"" + anna.username() + "\"", "\"city\":\"Barcelona\"")
        .contains("\"country_code\":\"ES\"", "\"country\":\"Spain\"");
    assertThat(device.path("owner_id").asLong()).isEqualTo(user.path("id").asLong());
    assertThat(nobody.get(device.path("url").asText().replaceAll("^http://[^/]*", "")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"malag", "MÁLAGA", "málaga spain", "spa mala", "-málaga'!", "jardin malaga"})
  void accentsCaseAndTheEndsOfWordsDoNotMatter(String text) {
    long id = alice.device(Map.of("name", "Jardín-" + word));
    settle(id, "Málaga", "ES");
    assertThat(search(nobody, text + " " + word).json().path(0).path("id").asLong()).isEqualTo(id);
  }

  @Test
  void everyWordHasToBeFound() {
    alice.device(Map.of("name", word));
    assertThat(search(nobody, word + " elsewhere").json()).isEmpty();
    assertThat(search(nobody, word.substring(1)).json()).isEmpty();
  }

  @Test
  void aPrivateDeviceIsFoundByItsOwnerAlone() {
    long id = alice.device(Map.of("name", word, "is_private", true));
    assertThat(search(nobody, word).header("Total")).isEqualTo("0");
    assertThat(search(People.citizen("bob").asks(), word).json()).isEmpty();
    assertThat(search(People.admin().asks(), word).json()).hasSize(1);
    Http.Answer own = search(alice.asks(), word);
    assertThat(own.json().path(0).path("id").asLong()).isEqualTo(id);
    assertThat(own.header("Cache-Control")).contains("private");
  }

  @Test
  void anArchivedDeviceIsNotFound() {
    long id = alice.device(Map.of("name", word));
    assertThat(alice.asks().delete("/v0/devices/" + id).status()).isEqualTo(200);
    assertThat(search(nobody, word).json()).isEmpty();
  }

  @Test
  void tagsComeFirst() {
    alice.device(Map.of("name", word));
    TestDatabase.jdbi()
        .useHandle(h -> h.execute("INSERT INTO tags (name, description) VALUES (?, 'x')", word));
    JsonNode tag = search(nobody, word).json().path(0);
    assertThat(tag.path("type").asText()).isEqualTo("Tag");
    assertThat(tag.path("name").asText()).isEqualTo(word);
  }

  @Test
  void hitsComeByPages() {
    for (int i = 0; i < 3; i++) {
      alice.device(Map.of("name", word + " " + i));
    }
    Http.Answer second = nobody.get("/v0/search?q=" + word + "&per_page=2&page=2");
    assertThat(second.json()).hasSize(1);
    assertThat(second.header("Total")).isEqualTo("3");
    assertThat(second.header("Link")).contains("q=" + word, "rel=\"prev\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v0/search", "/v0/search?q="})
  void withoutAQueryThereIsAWarning(String path) {
    Http.Answer answer = nobody.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.raw().body())
        .isEqualTo("{\"Warning\":\"No query parameter. Use: /search?q=london\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "a & | b", "ŉ", "½ ŀ", "\\ :*", "🙂", "!!", "мадрид", "a'b:*"})
  void oddTextIsNoError(String text) {
    assertThat(search(nobody, text).status()).isEqualTo(200);
  }

  private static void settle(long id, String city, String country) {
    Map<String, Object> place = new HashMap<>(Map.of("id", id, "city", city, "country", country));
    TestDatabase.jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE devices SET city = :city, country_code = :country WHERE id = :id")
                    .bindMap(place)
                    .execute());
  }

  private static Http.Answer search(Http who, String text) {
    return who.get("/v0/search?q=" + URLEncoder.encode(text, UTF_8));
  }
}
