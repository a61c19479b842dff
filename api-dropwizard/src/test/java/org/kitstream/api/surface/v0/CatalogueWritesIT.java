package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/** Admins change the catalogue; others read it. */
class CatalogueWritesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Http nobody = Http.anonymous();
  private final Http admin = People.admin().asks();

  @Test
  void aMeasurementNeedsNameAndDescription() {
    Http.Answer bare = admin.post("/v0/measurements", Map.of());
    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.json().path("errors").toString())
        .isEqualTo("{\"name\":[\"can't be blank\"],\"description\":[\"can't be blank\"]}");

    String name = People.uniqueName("m");
    Http.Answer made = admin.post("/v0/measurements", named(name));
    assertThat(made.status()).isEqualTo(201);
    assertThat(keys(made.json()))
        .containsExactly(
            "id", "uuid", "name", "description", "definition", "created_at", "updated_at");
    assertThat(admin.post("/v0/measurements", named(name)).json().path("errors").toString())
        .isEqualTo("{\"name\":[\"has already been taken\"]}");
    String path = "/v0/measurements/" + made.text("id");
    assertThat(admin.patch(path, Map.of("definition", "http://x.example")).text("definition"))
        .isEqualTo("http://x.example");
    assertThat(nobody.get(path).text("name")).isEqualTo(name);
    assertThat(admin.patch("/v0/measurements/99999", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void aSensorIsTaughtToTheStream() {
    Map<String, Object> wanted = named(People.uniqueName("s"));
    wanted.put("unit", "mg");
    wanted.put("measurement_id", 1);
    wanted.put("default_key", "k" + System.nanoTime());
    Http.Answer made = admin.post("/v0/sensors", wanted);
    assertThat(made.status()).isEqualTo(201);
    assertThat(keys(made.json()))
        .startsWith("id", "uuid", "parent_id", "name", "description", "unit", "tags");
    assertThat(made.json().path("measurement").path("name").asText()).isEqualTo("Air Temperature");
    int id = made.json().path("id").asInt();
    String key = (String) wanted.get("default_key");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(newestCatalogue()).contains(new SensorCatalogue.Entry(id, key)));
    Http.Answer changed = admin.patch("/v0/sensors/" + id, Map.of("unit", "kg"));
    assertThat(changed.text("unit")).isEqualTo("kg");
    assertThat(changed.text("name")).isEqualTo(wanted.get("name"));
  }

  @Test
  void aSensorsFieldsAreChecked() {
    assertThat(admin.post("/v0/sensors", Map.of("name", "x")).json().path("errors").toString())
        .isEqualTo("{\"description\":[\"can't be blank\"]}");
    Map<String, Object> wanted = named("x");
    wanted.put("measurement_id", 99999);
    assertThat(admin.post("/v0/sensors", wanted).json().path("errors").toString())
        .isEqualTo("{\"measurement_id\":[\"must exist\"]}");
    wanted.put("measurement_id", "much");
    assertThat(admin.post("/v0/sensors", wanted).status()).isEqualTo(422);
    assertThat(admin.patch("/v0/sensors/99999", Map.of("name", "x")).status()).isEqualTo(404);
  }

  @Test
  void aKitsChangeOfSensorsReachesItsDevices() {
    Map<String, Object> wanted = named("board");
    wanted.put("slug", People.uniqueName("kit"));
    wanted.put("sensor_ids", List.of(55, 12, 4));
    Http.Answer kit = admin.post("/v0/kits", wanted);
    assertThat(kit.status()).isEqualTo(201);
    assertThat(kit.json().path("sensors").findValuesAsText("name")).hasSizeGreaterThanOrEqualTo(3);
    long device =
        People.citizen("alice")
            .device(Map.of("name", "d", "kit_id", kit.json().path("id").asInt()));
    assertThat(keysOf(device, 1)).containsExactly("temp", "temp_1", "t");

    String path = "/v0/kits/" + kit.text("slug");
    Map<String, Object> map = Map.of("sensor_map", Map.of("t", 12, "inside", 55));
    assertThat(admin.patch(path, map).status()).isEqualTo(200);
    assertThat(keysOf(device, 2)).containsExactly("t", "inside");
    assertThat(admin.patch(path, Map.of("name", "renamed")).text("name")).isEqualTo("renamed");
    assertThat(profiles(device)).hasSize(2);
  }

  @Test
  void aKitTakesListsFromAFormToo() {
    Http.Answer kit =
        admin
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send(
                "POST",
                "/v0/kits",
                BodyPublishers.ofString(
                    "name=n&description=d&sensor_ids[]=55&sensor_ids%5B%5D=56"));
    assertThat(kit.status()).isEqualTo(201);
    assertThat(kit.json().path("sensors")).hasSize(2);
    String path = "/v0/kits/" + kit.text("id");
    assertThat(admin.patch(path, Map.of("sensor_ids", List.of(1))).text("message"))
        .isEqualTo("Couldn't find Sensor with 'id'=1");
    assertThat(admin.patch(path, Map.of("sensor_map", Map.of("12", 55))).status()).isEqualTo(422);
    assertThat(admin.patch(path, Map.of("sensor_map", Map.of("a", 55, "b", 55))).status())
        .isEqualTo(422);
  }

  @Test
  void aTagIsUniqueInAnyCaseAndFoundByIdOrName() {
    String name = People.uniqueName("Tag");
    Http.Answer made = admin.post("/v0/tags", Map.of("name", name));
    assertThat(made.status()).isEqualTo(201);
    assertThat(keys(made.json()))
        .containsExactly("id", "uuid", "name", "description", "created_at", "updated_at");
    Http.Answer again = admin.post("/v0/tags", Map.of("name", name.toLowerCase(Locale.ROOT)));
    assertThat(again.json().path("errors").toString())
        .isEqualTo("{\"name\":[\"has already been taken\"]}");
    assertThat(nobody.get("/v0/tags/" + name).text("id")).isEqualTo(made.text("id"));
    assertThat(nobody.get("/v0/tags/" + made.text("id")).text("name")).isEqualTo(name);
    assertThat(nobody.get("/v0/tags/nothing").text("id")).isEqualTo("record_not_found");
    assertThat(nobody.get("/v0/tags?per_page=1").header("Per-Page")).isEqualTo("1");
    assertThat(admin.post("/v0/tags", Map.of("name", " ")).status()).isEqualTo(422);
  }

  @Test
  void aDeletedTagIsOffEveryDevice() {
    String name = People.uniqueName("tag");
    String path = "/v0/tags/" + admin.post("/v0/tags", Map.of("name", name)).text("id");
    Person alice = People.citizen("alice");
    long device = alice.device(Map.of("name", "tagged", "user_tags", name));
    assertThat(nobody.get("/v0/devices/" + device).json().path("user_tags").toString())
        .isEqualTo("[\"" + name + "\"]");
    assertThat(admin.delete(path).raw().body()).isEqualTo("{\"message\":\"OK\"}");
    assertThat(nobody.get(path).status()).isEqualTo(404);
    assertThat(nobody.get("/v0/devices/" + device).json().path("user_tags")).isEmpty();
  }

  @Test
  void sensorTagsAreReadByAllAndMadeByAdmins() {
    assertThat(nobody.get("/v0/tag_sensors/1").text("name")).isEqualTo("raw");
    String name = People.uniqueName("st");
    Http.Answer made = admin.post("/v0/tag_sensors", Map.of("name", name, "description", "d"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(keys(made.json()))
        .containsExactly("id", "name", "description", "created_at", "updated_at");
    assertThat(admin.post("/v0/tag_sensors", Map.of()).status()).isEqualTo(422);
    assertThat(nobody.get("/v0/tag_sensors").json().findValuesAsText("name")).contains("raw");
  }

  @Test
  void othersAreForbiddenToChangeTheCatalogue() {
    for (Http other :
        List.of(nobody, People.citizen("bob").asks(), People.researcher("rita").asks())) {
      for (String list : List.of("kits", "sensors", "measurements", "tags", "tag_sensors")) {
        Http.Answer refused = other.post("/v0/" + list, named("x"));
        assertThat(refused.status()).as(list).isEqualTo(403);
        assertThat(refused.text("id")).isEqualTo("forbidden");
      }
      assertThat(other.patch("/v0/kits/2", named("x")).status()).isEqualTo(403);
      assertThat(other.patch("/v0/sensors/4", named("x")).status()).isEqualTo(403);
      assertThat(other.patch("/v0/measurements/1", named("x")).status()).isEqualTo(403);
    }
  }

  private static Map<String, Object> named(String name) {
    return new HashMap<>(Map.of("name", name, "description", "d"));
  }

  private static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> keysOf(long device, int revision) {
    await().atMost(PATIENCE).until(() -> profiles(device).size() == revision);
    return profiles(device).get(revision - 1).components().stream()
        .map(ComponentProfile::key)
        .toList();
  }

  private static List<DeviceProfile> profiles(long device) {
    return values(Topic.DEVICES_PROFILES, Long.toString(device)).stream()
        .map(JsonCodec.of(DeviceProfile.class)::decode)
        .toList();
  }

  private static List<SensorCatalogue.Entry> newestCatalogue() {
    List<byte[]> values = values(Topic.SENSORS_CATALOGUE, SensorCatalogue.RECORD_KEY);
    return JsonCodec.of(SensorCatalogue.class).decode(values.get(values.size() - 1)).sensors();
  }

  private static List<byte[]> values(Topic topic, String key) {
    return CompactedTopic.valuesOf(ApiStack.shared().bootstrapServers(), topic, key);
  }
}
