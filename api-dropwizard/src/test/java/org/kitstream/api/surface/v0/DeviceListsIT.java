package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;

/** Filters, orders and places of the list of devices. */
class DeviceListsIT {

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");

  /** All of one test's devices have it in their description. */
  private final String mark = People.uniqueName("mark");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q[id_eq]=1",
        "q[name_eq]=Name",
        "q[created_at_lt]=2023-09-26",
        "q[last_reading_at_lt]=2023-09-26",
        "q[geohash_eq]=x",
        "q[uuid_eq]=uuid",
        "q[owner_id_eq]=1",
        "q[owner_username_eq]=test",
        "q[tags_name_eq]=test",
        "q[postprocessing_id_not_null]=1",
        "q[last_recorded_at_gt]=2023-09-26",
        "q[exposure_eq]=indoor",
        "q[kit_id_in][]=1&q[kit_id_in][]=2",
        "q[sensors_id_eq]=12",
        "q[components_sensor_id_eq]=12",
        "q[owner_id_or_kit_id_eq]=1",
        "q[forwarding_destination_name_eq]=x",
        "q[description_matches]=a%25\\",
        "q[created_at_eq]=1",
        "q[state_present]=1",
        "q[geohash_blank]=1"
      })
  void p07_devicesAreFilteredBy(String query) {
    Http.Answer answer = list(nobody, query);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.json().isArray()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"disallowed_eq", "owner_email_eq", "mac_address_eq", "owner_role_mask_eq", "g"})
  void p06_unknownTermsAnswer400(String term) {
    Http.Answer answer = list(nobody, "q[" + term + "]=1");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.raw().body())
        .isEqualTo(
            "{\"id\":\"bad_request\",\"message\":\"Invalid search term "
                + term
                + "\",\"errors\":null,\"url\":null,\"status\":400}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v0/sensors?", "/v0/devices?"})
  void p06_everyListRefusesUnknownTerms(String path) {
    Http.Answer answer = nobody.get(path + encoded("q[disallowed_eq]=1"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("status").asInt()).isEqualTo(400);
  }

  @Test
  void adminsFilterByEveryColumn() {
    long id = alice.device(Map.of("name", "secretive", "device_token", mark.substring(5)));
    String query = "q[device_token_eq]=" + mark.substring(5);
    assertThat(ids(People.admin().asks(), query)).containsExactly(id);
    assertThat(list(alice.asks(), query).status()).isEqualTo(400);
  }

  @Test
  void termsAreJoinedByAnd() {
    long roof = device("roof", Map.of());
    long balcony = device("balcony", Map.of("kit_id", 26));
    assertThat(marked("q[name_cont]=OO")).containsExactly(roof);
    assertThat(marked("q[name_eq]=Roof")).isEmpty();
    assertThat(marked("q[name_start]=b&q[kit_id_eq]=26")).containsExactly(balcony);
    assertThat(marked("q[name_start]=r&q[kit_id_eq]=26")).isEmpty();
    assertThat(marked("q[kit_id_null]=1")).containsExactly(roof);
    assertThat(marked("q[name_in][]=roof&q[name_in][]=balcony")).containsExactly(roof, balcony);
    assertThat(marked("q[owner_username_eq]=" + alice.username())).containsExactly(roof, balcony);
    assertThat(marked("q[sensors_id_eq]=55")).containsExactly(balcony);
    assertThat(marked("q[name_not_cont_all][]=oof&q[name_not_cont_all][]=x"))
        .containsExactly(balcony);
    assertThat(marked("q[id_eq]=one")).isEmpty();
    assertThat(marked("q[name_cont]=")).containsExactly(roof, balcony);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q[sort]=name desc",
        "q[s]=name desc",
        "q[sorts]=name+desc",
        "q[s][]=kit_id&q[s][]=name desc",
        "q[s]=nonsense, name desc"
      })
  void sortsAreSpelledInThreeWays(String query) {
    long a = device("a", Map.of());
    long c = device("c", Map.of());
    long b = device("b", Map.of());
    assertThat(marked(query)).containsExactly(c, b, a);
    assertThat(marked("")).containsExactly(a, c, b);
  }

  @Test
  void aPrivateDeviceIsFoundByItsOwnerAlone() {
    long hidden = device("hidden", Map.of("is_private", true));
    assertThat(marked("q[name_eq]=hidden")).isEmpty();
    assertThat(ids(alice.asks(), "q[id_eq]=" + hidden)).containsExactly(hidden);
    assertThat(ids(People.admin().asks(), "q[id_eq]=" + hidden)).containsExactly(hidden);
    assertThat(ids(People.citizen("bob").asks(), "q[id_eq]=" + hidden)).isEmpty();
  }

  @Test
  void p28_devicesAreFilteredByState() {
    long untold = device("untold", Map.of());
    long silent = device("silent", Map.of("mac_address", macAddress()));
    long heard = device("heard", Map.of("mac_address", macAddress()));
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Latest.publish(Latest.document(heard, at));
    await()
        .atMost(Duration.ofSeconds(5 + 2))
        .untilAsserted(
            () -> assertThat(marked("q[state_eq]=has_published")).containsExactly(heard));
    assertThat(marked("q[state_eq]=not_configured")).containsExactly(untold);
    assertThat(marked("q[state_eq]=never_published")).containsExactly(silent);
    assertThat(marked("q[last_reading_at_eq]=" + at)).containsExactly(heard);
    assertThat(marked("q[last_reading_at_null]=1&q[s]=last_reading_at"))
        .containsExactly(untold, silent);
  }

  @Test
  void p29_devicesAreFoundNearAPlace() {
    long barcelona = place("Barcelona", 41.3966908, 2.1921909);
    long paris = place("Paris", 48.8582606, 2.2923184);
    long manchester = place("Manchester", 53.4630589, -2.2935288);
    long capeTown = place("Cape Town", -33.9080317, 18.4154827);
    String london = "near=51.5286416,-0.1015987";
    assertThat(marked(london)).containsExactly(manchester, paris);
    assertThat(marked("near=51.5286416,%20%20-0.1015987")).containsExactly(manchester, paris);
    assertThat(marked(london + "&within=1000000"))
        .containsExactly(manchester, paris, barcelona, capeTown);
    assertThat(marked(london + "&within=300")).containsExactly(manchester);
    assertThat(marked(london + "&q[name_cont]=ar")).containsExactly(paris);
    assertThat(marked(london + "&within=1000000&per_page=2&page=2"))
        .containsExactly(barcelona, capeTown);
  }

  @ParameterizedTest
  @CsvSource({
    "near=13, Malformed near parameter",
    "'near=a,b', Malformed near parameter",
    "'near=1,2,3', Malformed near parameter",
    "'near=1,2&within=far', Malformed within parameter"
  })
  void p29_malformedPlacesAnswer400(String query, String message) {
    Http.Answer answer = list(nobody, query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("id")).isEqualTo("bad_request");
    assertThat(answer.text("message")).isEqualTo(message);
  }

  @Test
  void devicesAreFoundByAnyOfSeveralTags() {
    String a = tag();
    String b = tag();
    long first = device("first", Map.of("user_tags", a));
    long second = device("second", Map.of("user_tags", b));
    device("third", Map.of());
    assertThat(marked("with_tags=" + a)).containsExactly(first);
    assertThat(marked("with_tags=" + a + "%7C" + b)).containsExactly(first, second);
    assertThat(marked("with_tags=" + a.toUpperCase(Locale.ROOT))).isEmpty();
    assertThat(marked("q[tags_name_in][]=" + b)).containsExactly(second);
  }

  @Test
  void linksKeepTheOtherParameters() {
    device("one", Map.of());
    device("two", Map.of());
    Http.Answer answer =
        list(nobody, "q[description_eq]=" + mark + "&q[sort]=name desc&per_page=1");
    assertThat(answer.header("Total")).isEqualTo("2");
    assertThat(answer.header("Per-Page")).isEqualTo("1");
    assertThat(answer.header("Link"))
        .contains("q%5Bdescription_eq%5D=" + mark, "q%5Bsort%5D=name", "per_page=1", "page=2")
        .doesNotContain("first", "prev");
    String next = answer.header("Link").replaceAll(".*<http://[^/]*([^>]*)>; rel=\"next\".*", "$1");
    assertThat(nobody.get(next).json().path(0).path("name").asText()).isEqualTo("one");
  }

  private long place(String name, double latitude, double longitude) {
    return device(name, Map.of("latitude", latitude, "longitude", longitude));
  }

  private long device(String name, Map<String, ?> more) {
    Map<String, Object> attributes = new HashMap<>(more);
    attributes.put("name", name);
    attributes.put("description", mark);
    return alice.device(attributes);
  }

  private List<Long> marked(String query) {
    return ids(nobody, "q[description_eq]=" + mark + "&" + query);
  }

  private static List<Long> ids(Http who, String query) {
    Http.Answer answer = list(who, query);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    List<Long> ids = new ArrayList<>();
    answer.json().forEach(device -> ids.add(device.path("id").asLong()));
    return ids;
  }

  private static Http.Answer list(Http who, String query) {
    return who.get("/v0/devices/?" + encoded(query));
  }

  private static String encoded(String query) {
    return query
        .replace("[", "%5B")
        .replace("]", "%5D")
        .replace(" ", "%20")
        .replace("\\", URLEncoder.encode("\\", UTF_8));
  }

  private static String macAddress() {
    String hex = UUID.randomUUID().toString().substring(0, 2);
    return String.join(":", hex, hex, "00", "01", hex, "02");
  }

  private static String tag() {
    String name = People.uniqueName("tag");
    TestDatabase.jdbi()
        .useHandle(handle -> handle.execute("INSERT INTO tags (name) VALUES (?)", name));
    return name;
  }
}
