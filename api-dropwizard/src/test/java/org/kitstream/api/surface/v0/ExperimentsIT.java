package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.api.surface.v0.People.Person;

/** Experiments: read by all, made by users, changed by their owners and admins. */
class ExperimentsIT {

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");
  private final Person bob = People.citizen("bob");
  private final long open = alice.device(Map.of("name", "open"));
  private final long hidden = alice.device(Map.of("name", "hidden", "is_private", true));

  @Test
  void aUserMakesOne() {
    Map<String, Object> wanted = Map.of("name", "noise", "device_ids", List.of(hidden, open));
    Http.Answer made = alice.asks().post("/v0/experiments", wanted);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "id",
            "name",
            "description",
            "owner_id",
            "active",
            "is_test",
            "starts_at",
            "ends_at",
            "device_ids",
            "created_at",
            "updated_at");
    assertThat(made.json().path("active").asBoolean()).isTrue();
    assertThat(made.json().path("is_test").asBoolean(true)).isFalse();
    assertThat(made.json().path("device_ids").toString())
        .isEqualTo("[" + open + "," + hidden + "]");
    assertThat(nobody.get("/v0/devices/" + open).json().path("experiment_ids").toString())
        .isEqualTo("[" + made.text("id") + "]");
  }

  @Test
  void privateDevicesInItAreNamedToTheirOwnerOnly() {
    String path = made(Map.of("name", "x", "device_ids", List.of(open, hidden)));
    assertThat(bob.asks().get(path).json().path("device_ids").toString())
        .isEqualTo("[" + open + "]");
    assertThat(People.admin().asks().get(path).json().path("device_ids")).hasSize(2);
  }

  @Test
  void anonymousIsAskedForCredentialsAndOthersAreRefused() {
    String path = made(Map.of("name", "x"));
    assertThat(nobody.post("/v0/experiments", Map.of("name", "x")).status()).isEqualTo(401);
    assertThat(nobody.patch(path, Map.of("name", "y")).status()).isEqualTo(401);
    assertThat(nobody.delete(path).status()).isEqualTo(401);
    assertThat(bob.asks().patch(path, Map.of("name", "y")).text("id")).isEqualTo("forbidden");
    assertThat(bob.asks().delete(path).status()).isEqualTo(403);
    assertThat(People.admin().asks().patch(path, Map.of("name", "y")).text("name")).isEqualTo("y");
    assertThat(alice.asks().delete(path).raw().body()).isEqualTo("{\"message\":\"OK\"}");
    assertThat(nobody.get(path).text("message"))
        .startsWith("Couldn't find Experiment with 'id'=" + path.substring(16));
  }

  @Test
  void anUpdateChangesWhatItNames() {
    String path = made(Map.of("name", "x", "description", "d", "device_ids", List.of(open)));
    JsonNode changed =
        alice.asks().patch(path, Map.of("starts_at", "2024-05-01", "is_test", true)).json();
    assertThat(changed.path("starts_at").asText()).isEqualTo("2024-05-01T00:00:00Z");
    assertThat(changed.path("is_test").asBoolean()).isTrue();
    assertThat(changed.path("description").asText()).isEqualTo("d");
    assertThat(changed.path("device_ids")).hasSize(1);
    JsonNode ended = alice.asks().patch(path, Map.of("ends_at", "2024-06-01T12:00:00Z")).json();
    assertThat(ended.path("active").asBoolean(true)).isFalse();
    assertThat(alice.asks().patch(path, Map.of("device_ids", List.of())).json().path("device_ids"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | '' | {\"name\":[\"can't be blank\"]}",
        "starts_at | soon | {\"starts_at\":[\"is not a valid ISO8601 date or time\"]}",
        "ends_at | 2024-02-30 | {\"ends_at\":[\"is not a valid ISO8601 date or time\"]}",
        "ends_at | 2023-01-01 | {\"ends_at\":[\"is before starts_at\"]}"
      })
  void wrongValuesAreNamed(String field, String value, String errors) {
    Map<String, Object> wanted = new HashMap<>(Map.of("name", "x", "starts_at", "2024-01-01"));
    wanted.put(field, value);
    Http.Answer refused = alice.asks().post("/v0/experiments", wanted);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString()).isEqualTo(errors);
  }

  @Test
  void devicesMustExistAndNotBePrivateOnesOfOthers() {
    Http.Answer closed =
        bob.asks().post("/v0/experiments", Map.of("name", "x", "device_ids", List.of(hidden)));
    assertThat(closed.status()).isEqualTo(422);
    assertThat(closed.json().path("errors").path("devices").path(0).asText())
        .contains(Long.toString(hidden));
    Http.Answer unknown =
        bob.asks().post("/v0/experiments", Map.of("name", "x", "device_ids", List.of(7)));
    assertThat(unknown.text("message")).isEqualTo("Couldn't find Device with 'id'=7");
    assertThat(
            bob.asks()
                .post("/v0/experiments", Map.of("name", "x", "device_ids", List.of(open)))
                .status())
        .isEqualTo(201);
  }

  @Test
  void theListIsInPages() {
    made(Map.of("name", "one"));
    made(Map.of("name", "two"));
    Http.Answer page = nobody.get("/v0/experiments?per_page=1");
    assertThat(page.json()).hasSize(1);
    assertThat(page.header("Per-Page")).isEqualTo("1");
    assertThat(Long.parseLong(page.header("Total"))).isGreaterThanOrEqualTo(2);
    assertThat(page.header("Link")).contains("rel=\"next\"");
  }

  @Test
  void theListIsFilteredAndSorted() {
    String stem = People.uniqueName("exp");
    made(Map.of("name", stem + "-a"));
    made(Map.of("name", stem + "-b"));
    JsonNode found =
        nobody.get("/v0/experiments?q%5Bname_cont%5D=" + stem + "&q%5Bsort%5D=name+desc").json();
    assertThat(found.findValuesAsText("name")).containsExactly(stem + "-b", stem + "-a");
    Http.Answer refused = nobody.get("/v0/experiments?q%5Bdisallowed_eq%5D=1");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("status").asInt()).isEqualTo(400);
  }

  private String made(Map<String, Object> wanted) {
    Http.Answer made = alice.asks().post("/v0/experiments", wanted);
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    return "/v0/experiments/" + made.text("id");
  }
}
