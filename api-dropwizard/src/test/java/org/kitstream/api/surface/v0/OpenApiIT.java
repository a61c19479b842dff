package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.surface.v0.People.Person;

/** What the api says of itself, held against what it does. */
class OpenApiIT {

  private static final JsonNode API = Http.anonymous().get("/openapi.json").json();
  private static final Person ALICE = People.citizen("alice");

  private final Http nobody = Http.anonymous();

  @Test
  void everyRouteIsDescribed() {
    Set<String> described = new TreeSet<>();
    API.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + ' ' + path.getKey())));
    assertThat(described).isEqualTo(Routes.all());
    assertThat(API.path("openapi").asText()).isEqualTo("3.1.0");
  }

  @Test
  void thePageNeedsNothingFromElsewhere() {
    Http.Answer page = nobody.get("/docs");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.raw().body()).contains("openapi.json").doesNotContain("http://", "https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v0/sensors",
        "/v0/measurements",
        "/v0/kits",
        "/v0/components",
        "/v0/tag_sensors"
      })
  void theCatalogueIsAsDescribed(String list) {
    JsonNode items = nobody.get(list + "?per_page=100").json();
    assertThat(items).isNotEmpty();
    check(list, "get", "200", items);
    String id = items.path(0).path("id").asText();
    check(list + "/{id}", "get", "200", nobody.get(list + '/' + id).json());
  }

  @Test
  void devicesAreAsDescribedForAllWhoSeeThem() {
    long id = ALICE.device(Map.of("name", "d", "kit_id", 3, "latitude", 1, "longitude", 2));
    for (Http who : List.of(nobody, ALICE.asks())) {
      check("/v0/devices/{id}", "get", "200", who.get("/v0/devices/" + id).json());
      check("/v0/devices", "get", "200", who.get("/v0/devices?per_page=100").json());
    }
    check("/v0/devices", "post", "201", ALICE.asks().post("/v0/devices", named()).json());
  }

  @Test
  void experimentsTagsAndOnboardingAreAsDescribed() {
    Http alice = ALICE.asks();
    check("/v0/experiments", "post", "201", alice.post("/v0/experiments", named()).json());
    check("/v0/experiments", "get", "200", nobody.get("/v0/experiments").json());
    Http admin = People.admin().asks();
    check("/v0/tags", "post", "201", admin.post("/v0/tags", named()).json());
    Http.Answer started = nobody.post("/v0/onboarding/device", named());
    check("/v0/onboarding/device", "post", "201", started.json());
    Http session = alice.with("OnboardingSession", started.text("onboarding_session"));
    check("/v0/onboarding/device", "get", "200", session.get("/v0/onboarding/device").json());
    Http.Answer registered = session.post("/v0/onboarding/register", Map.of());
    check("/v0/onboarding/register", "post", "201", registered.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v0/devices/1", "/v0/404", "/v0/sensors?q%5Bx_eq%5D=1"})
  void refusalsAreAsDescribed(String path) {
    check("/v0/devices", "get", "default", nobody.get(path).json());
  }

  private static Map<String, Object> named() {
    return Map.of("name", People.uniqueName("n"));
  }

  private static void check(String path, String method, String status, JsonNode answer) {
    JsonNode response = API.path("paths").path(path).path(method).path("responses").path(status);
    JsonNode schema = response.path("content").path("application/json").path("schema");
    assertThat(schema.isObject()).as(method + ' ' + path + ' ' + status).isTrue();
    new SchemaCheck(API).check(schema, answer, method + ' ' + path);
  }
}
