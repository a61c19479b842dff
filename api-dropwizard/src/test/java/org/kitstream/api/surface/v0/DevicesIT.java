package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.kitstream.api.surface.v0.People.Person;

/** Registering, showing, changing and archiving devices, and who may. */
class DevicesIT {

  private final Http nobody = Http.anonymous();
  private static final Person ADMIN = People.admin();

  private final Person alice = People.citizen("alice");
  private final Person bob = People.citizen("bob");
  private final long open = alice.device(Map.of("name", "open", "kit_id", 3));
  private final long hidden = alice.device(Map.of("name", "hidden", "is_private", true));
  private final long bobs = bob.device(Map.of("name", "bob's"));

  @Test
  void p22_privateDevicesAreListedForOwnerAndAdminOnly() {
    assertThat(listed(nobody)).contains(open, bobs).doesNotContain(hidden);
    assertThat(listed(bob.asks())).contains(open, bobs).doesNotContain(hidden);
    assertThat(listed(alice.asks())).contains(open, hidden, bobs);
    assertThat(listed(ADMIN.asks())).contains(open, hidden, bobs);
    assertThat(listed(People.researcher("rita").asks())).doesNotContain(hidden);
  }

  @Test
  void aPrivateDeviceIsNotCountedNorNamedForOthers() {
    Http.Answer device = nobody.get("/v0/devices/" + open);
    assertThat(ids(device.json().path("owner").path("device_ids")))
        .contains(open)
        .doesNotContain(hidden);
    long total = Long.parseLong(nobody.get("/v0/devices?per_page=5000").header("Total"));
    assertThat(listed(nobody)).hasSize((int) total);
  }

  @Test
  void p23_aPrivateDeviceIsForbiddenAndAnUnknownOneNotFound() {
    Http.Answer forbidden = nobody.get("/v0/devices/" + hidden);
    assertThat(forbidden.status()).isEqualTo(403);
    assertThat(forbidden.text("id")).isEqualTo("forbidden");

    Http.Answer unknown = nobody.get("/v0/devices/100");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("id")).isEqualTo("record_not_found");
    assertThat(unknown.text("message")).isEqualTo("Couldn't find Device with 'id'=100");
    assertThat(nobody.get("/v0/devices/roof").status()).isEqualTo(404);
  }

  @Test
  void p24_secretsAreForOwnerAndAdmin() {
    String token = token();
    String path = "/v0/devices/" + alice.device(Map.of("name", "kit", "device_token", token));
    for (Http other : List.of(nobody, bob.asks())) {
      JsonNode seen = other.get(path).json();
      assertThat(seen.path("device_token").asText()).isEqualTo("[FILTERED]");
      assertThat(seen.path("hardware").path("last_status_message").asText())
          .isEqualTo("[FILTERED]");
      assertThat(seen.path("data_policy").path("enable_forwarding").asText())
          .isEqualTo("[FILTERED]");
      assertThat(seen.has("mac_address")).isFalse();
    }
    for (Http trusted : List.of(alice.asks(), ADMIN.asks())) {
      JsonNode seen = trusted.get(path).json();
      assertThat(seen.path("device_token").asText()).isEqualTo(token);
      assertThat(seen.path("hardware").path("last_status_message").isNull()).isTrue();
      assertThat(seen.path("data_policy").path("enable_forwarding").isBoolean()).isTrue();
      assertThat(seen.path("mac_address").isNull()).isTrue();
    }
  }

  @Test
  void p25_theOwnerChangesADevice() {
    String path = "/v0/devices/" + open;
    assertThat(alice.asks().patch(path, Map.of("name", "renamed")).text("name"))
        .isEqualTo("renamed");
    Http.Answer closed = alice.asks().patch(path, Map.of("is_private", true));
    assertThat(closed.json().path("data_policy").path("is_private").asBoolean()).isTrue();
    assertThat(alice.asks().patch(path, nameless()).status()).isEqualTo(422);
    assertThat(alice.asks().patch(path, Map.of()).status()).isEqualTo(200);
    assertThat(nobody.patch(path, Map.of("name", "x")).status()).isEqualTo(403);
    assertThat(bob.asks().patch(path, Map.of("name", "x")).status()).isEqualTo(403);
    assertThat(Http.withToken("moo").patch(path, Map.of("name", "x")).status()).isEqualTo(403);
    assertThat(nobody.patch(path + "?access_token=moo", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void p26_aUserRegistersADevice() {
    String mac = "BD-B1-DE-13-67-31";
    Map<String, Object> given =
        Map.of(
            "name",
            "roof",
            "description",
            "north",
            "mac_address",
            mac,
            "latitude",
            41.3966908,
            "longitude",
            2.1921909);
    Http.Answer created = alice.asks().post("/v0/devices", given);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("mac_address")).isEqualTo("bd:b1:de:13:67:31");
    assertThat(alice.asks().post("/v0/devices", nameless()).status()).isEqualTo(422);
    assertThat(nobody.post("/v0/devices", given).status()).isEqualTo(401);
    assertThat(Http.withToken("moo").post("/v0/devices", given).status()).isEqualTo(401);
  }

  @Test
  void p27_theOwnerArchivesADevice() {
    String path = "/v0/devices/" + open;
    assertThat(nobody.delete(path).status()).isEqualTo(403);
    assertThat(Http.withToken("moo").delete(path).status()).isEqualTo(403);
    Http.Answer deleted = alice.asks().delete(path);
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.raw().body()).isEqualTo("{\"message\":\"OK\"}");
    assertThat(alice.asks().get(path).status()).isEqualTo(404);
    assertThat(listed(alice.asks())).doesNotContain(open);
  }

  @Test
  void p28_theStateTellsWhetherADeviceCouldPublish() {
    long without = alice.device(Map.of("name", "bare"));
    long withToken = alice.device(Map.of("name", "token", "device_token", token()));
    assertThat(nobody.get("/v0/devices/" + without).text("state")).isEqualTo("not_configured");
    assertThat(nobody.get("/v0/devices/" + withToken).text("state")).isEqualTo("never_published");
  }

  @Test
  void p31_aMacAddressHasSixPairsAndMovesToItsLastUser() {
    String path = "/v0/devices/" + open;
    Map<String, String> mac = Map.of("mac_address", "10:9A:DD:63:C0:10");
    assertThat(alice.asks().patch(path, mac).text("mac_address")).isEqualTo("10:9a:dd:63:c0:10");
    assertThat(alice.asks().patch(path, Map.of("mac_address", "123")).status()).isEqualTo(422);

    assertThat(bob.asks().patch("/v0/devices/" + bobs, mac).status()).isEqualTo(200);
    assertThat(alice.asks().get(path).json().path("mac_address").isNull()).isTrue();
  }

  @Test
  void p32_aPlaceIsCutToFiveDecimalsOrBlurred() {
    Map<String, Object> place = Map.of("name", "p", "latitude", 0.1234567, "longitude", 10.1234567);
    JsonNode precise = location(alice.device(place));
    assertThat(precise.path("latitude").asDouble()).isEqualTo(0.12345);
    assertThat(precise.path("longitude").asDouble()).isEqualTo(10.12345);

    Map<String, Object> blurred = new HashMap<>(place);
    blurred.put("precise_location", false);
    long id = alice.device(blurred);
    JsonNode first = location(id);
    assertThat(first.path("latitude").asDouble()).isCloseTo(0.1234567, within(0.001));
    alice.asks().patch("/v0/devices/" + id, Map.of("name", "renamed"));
    assertThat(location(id)).isEqualTo(first);
  }

  @Test
  void p32_theGeohashIsOfThePlace() {
    long id = alice.device(Map.of("name", "bcn", "latitude", 41.3966908, "longitude", 2.1921909));
    assertThat(location(id).path("geohash").asText()).startsWith("sp3e").hasSize(10);
  }

  @Test
  void aDeviceThatSentNothingListsTheSensorsOfItsKit() {
    JsonNode device = nobody.get("/v0/devices/" + open).json();
    assertThat(device.path("status").asText()).isEqualTo("new");
    assertThat(device.path("kit").path("slug").asText()).isEqualTo("sck:1,1");
    assertThat(device.path("data").path("recorded_at").isNull()).isTrue();
    assertThat(device.path("data").path("location").has("ip")).isTrue();
    assertThat(ids(device.path("data").path("sensors")))
        .containsExactly(7L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 21L);
    assertThat(device.path("data").path("sensors").path(0).has("raw_value")).isTrue();
    assertThat(device.path("added_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  @Test
  void aTokenIsUniqueAndFitsATopic() {
    String token = token();
    alice.device(Map.of("name", "first", "device_token", token));
    Http.Answer taken = bob.asks().post("/v0/devices", Map.of("name", "x", "device_token", token));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.json().path("errors").path("device_token").path(0).asText())
        .isEqualTo("has already been taken");
    assertThat(bob.asks().post("/v0/devices", Map.of("name", "x", "device_token", "a/b")).status())
        .isEqualTo(422);
  }

  @Test
  void rolesAreNeededForTestsAndForwarding() {
    Map<String, Object> wishes = Map.of("is_test", true, "enable_forwarding", true);
    JsonNode citizen = alice.asks().patch("/v0/devices/" + open, wishes).json();
    assertThat(citizen.path("data_policy").path("enable_forwarding").asBoolean()).isFalse();
    assertThat(citizen.path("system_tags").toString()).doesNotContain("test_device");
    JsonNode admin = ADMIN.asks().patch("/v0/devices/" + open, wishes).json();
    assertThat(admin.path("system_tags").toString())
        .isEqualTo("[\"new\",\"offline\",\"test_device\"]");
  }

  @Test
  void myDevicesAreInMe() {
    JsonNode mine = alice.asks().get("/v0/me").json().path("devices");
    assertThat(ids(mine)).containsExactly(open, hidden);
    assertThat(mine.path(0).path("kit_id").asInt()).isEqualTo(3);
    assertThat(mine.path(0).path("owner").asText()).isEqualTo(alice.username());
  }

  private static String token() {
    return People.uniqueName("t").replace("-", "");
  }

  private static Map<String, Object> nameless() {
    Map<String, Object> given = new HashMap<>();
    given.put("name", null);
    return given;
  }

  private JsonNode location(long id) {
    return nobody.get("/v0/devices/" + id).json().path("location");
  }

  private static List<Long> listed(Http who) {
    return ids(who.get("/v0/devices?per_page=5000").json());
  }

  private static List<Long> ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(one -> one.isObject() ? one.path("id").asLong() : one.asLong())
        .toList();
  }
}
