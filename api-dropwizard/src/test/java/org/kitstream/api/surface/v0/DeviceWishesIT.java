package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;

/** What else can be said of a device, and by whom. */
class DeviceWishesIT {

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");
  private final Person rita = People.researcher("rita");

  @Test
  void theOwnerNamesTheHardware() {
    String path = path(alice.device(Map.of("name", "d")));
    assertThat(nobody.get(path).json().path("hardware").path("slug").asText()).isEqualTo("unknown");
    Map<String, Object> names =
        Map.of(
            "hardware_version_override", "2.1",
            "hardware_name_override", "Mine");
    JsonNode hardware = alice.asks().patch(path, names).json().path("hardware");
    assertThat(hardware.path("name").asText()).isEqualTo("Mine");
    assertThat(hardware.path("type").asText()).isEqualTo("SCK");
    assertThat(hardware.path("version").asText()).isEqualTo("2.1");
    assertThat(hardware.path("slug").asText()).isEqualTo("sck:2,1");
    Map<String, Object> more =
        Map.of("hardware_type_override", "Station", "hardware_slug_override", "st:1");
    hardware = alice.asks().patch(path, more).json().path("hardware");
    assertThat(hardware.path("type").asText()).isEqualTo("Station");
    assertThat(hardware.path("slug").asText()).isEqualTo("st:1");
  }

  @Test
  void theOwnerSaysWhatToHear() {
    String path = path(alice.device(Map.of("name", "d", "notify_low_battery", true)));
    assertThat(nobody.get(path).json().path("notify").toString())
        .isEqualTo("{\"stopped_publishing\":false,\"low_battery\":true}");
    Map<String, Object> wishes =
        Map.of("notify_low_battery", false, "notify_stopped_publishing", true);
    assertThat(alice.asks().patch(path, wishes).json().path("notify").toString())
        .isEqualTo("{\"stopped_publishing\":true,\"low_battery\":false}");
  }

  @Test
  void tagsAreReplacedClearedAndMustExist() {
    String one = People.uniqueName("one");
    String two = People.uniqueName("two");
    Http admin = People.admin().asks();
    admin.post("/v0/tags", Map.of("name", one));
    admin.post("/v0/tags", Map.of("name", two));
    String path = path(alice.device(Map.of("name", "d", "user_tags", one + ", " + two)));
    assertThat(nobody.get(path).json().path("user_tags")).hasSize(2);
    Http.Answer unknown = alice.asks().patch(path, Map.of("user_tags", one + ",nothing"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("id")).isEqualTo("record_not_found");
    assertThat(alice.asks().patch(path, Map.of("user_tags", two)).json().path("user_tags"))
        .hasSize(1);
    assertThat(alice.asks().patch(path, Map.of("user_tags", "")).json().path("user_tags"))
        .isEmpty();
  }

  @Test
  void anExposureIsIndoorOrOutdoor() {
    Http.Answer refused =
        alice.asks().post("/v0/devices", Map.of("name", "d", "exposure", "underwater"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.raw().body())
        .isEqualTo(
            "{\"id\":\"unprocessable_entity\",\"message\":\"Unprocessable Entity\","
                + "\"errors\":{\"exposure\":[\"is not included in the list\"]},\"url\":null}");
    String path = path(alice.device(Map.of("name", "d", "exposure", "indoor")));
    assertThat(nobody.get(path).json().path("system_tags").path(0).asText()).isEqualTo("indoor");
  }

  @Test
  void researchersDescribePostprocessingAndCitizensAreIgnored() {
    Map<String, Object> wanted = Map.of("postprocessing_attributes", attributes());
    String citizens = path(alice.device(Map.of("name", "d")));
    assertThat(alice.asks().patch(citizens, wanted).json().path("postprocessing").isNull())
        .isTrue();

    long id = rita.device(Map.of("name", "r"));
    Http.Answer changed = rita.asks().patch(path(id), wanted);
    JsonNode stored = changed.json().path("postprocessing");
    assertThat(stored.path("device_id").asLong()).isEqualTo(id);
    assertThat(stored.path("blueprint_url").asText()).isEqualTo("https://x.example/b.json");
    assertThat(stored.path("latest_postprocessing").asText()).isEqualTo("2024-05-01T00:00:00Z");
    assertThat(stored.path("meta").path("k").asInt()).isEqualTo(1);
    Map<String, Object> partly =
        Map.of("postprocessing_attributes", Map.of("hardware_url", "https://x.example/h"));
    stored = rita.asks().patch(path(id), partly).json().path("postprocessing");
    assertThat(stored.path("hardware_url").asText()).isEqualTo("https://x.example/h");
    assertThat(stored.path("blueprint_url").asText()).isEqualTo("https://x.example/b.json");
    assertThat(rita.asks().patch(path(id), Map.of("name", "again")).json().path("postprocessing"))
        .isEqualTo(stored);
  }

  @Test
  void researchersForwardAndCitizensAreIgnored() {
    int destination =
        TestDatabase.jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "INSERT INTO forwarding_destinations (name) VALUES (?) RETURNING id")
                        .bind(0, People.uniqueName("lab"))
                        .mapTo(Integer.class)
                        .one());
    Map<String, Object> wanted =
        Map.of("enable_forwarding", true, "forwarding_destination_id", destination);
    JsonNode citizens = alice.asks().patch(path(alice.device(Map.of("name", "d"))), wanted).json();
    assertThat(citizens.path("data_policy").path("forwarding_destination").isNull()).isTrue();
    String path = path(rita.device(Map.of("name", "r")));
    JsonNode policy = rita.asks().patch(path, wanted).json().path("data_policy");
    assertThat(policy.path("enable_forwarding").asBoolean()).isTrue();
    assertThat(policy.path("forwarding_destination").asText()).startsWith("lab-");
    assertThat(nobody.get(path).json().path("data_policy").path("forwarding_destination").asText())
        .isEqualTo("[FILTERED]");
    assertThat(
            rita.asks()
                .patch(path, Map.of("forwarding_destination_id", 99999))
                .json()
                .path("errors")
                .toString())
        .isEqualTo("{\"forwarding_destination_id\":[\"must exist\"]}");
  }

  @Test
  void metaAndUnknownParametersDoNoHarm() {
    Map<String, Object> given = new HashMap<>(Map.of("name", "d", "meta", Map.of("a", List.of(1))));
    given.put("owner_id", 1);
    given.put("id", 5);
    long id = alice.device(given);
    assertThat(alice.asks().get(path(id)).json().path("owner").path("username").asText())
        .isEqualTo(alice.username());
    String meta =
        TestDatabase.jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT meta::text FROM devices WHERE id = ?")
                        .bind(0, id)
                        .mapTo(String.class)
                        .one());
    assertThat(meta).isEqualTo("{\"a\": [1]}");
  }

  private static Map<String, Object> attributes() {
    return Map.of(
        "blueprint_url", "https://x.example/b.json",
        "latest_postprocessing", "2024-05-01",
        "meta", Map.of("k", 1));
  }

  private static String path(long id) {
    return "/v0/devices/" + id;
  }
}
