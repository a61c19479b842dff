package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.ApiStack;
import org.kitstream.api.surface.v0.People.Person;

/** The root, what it runs on, its figures, and answers as scripts. */
class RootIT {

  private final Http nobody = Http.anonymous();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v0", "/v0/", ""})
  void p03_theRootListsTheCategories(String path) {
    Http.Answer answer = nobody.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().properties())
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "notice",
            "api_documentation_url",
            "current_user_url",
            "components_url",
            "devices_url",
            "kits_url",
            "measurements_url",
            "sensors_url",
            "users_url",
            "tags_url",
            "tags_sensors_url",
            "version_git");
    assertThat(answer.raw().body()).startsWith("{\n  \"notice\"");
    assertThat(answer.header("Cache-Control")).contains("max-age=300", "public");
    assertThat(answer.text("devices_url")).isEqualTo(ApiStack.shared().url() + "/v0/devices");
  }

  @ParameterizedTest
  @ValueSource(strings = {"devices_url", "components_url", "kits_url", "sensors_url", "tags_url"})
  void theRootLeadsToWhatThereIs(String category) {
    String url = nobody.get("/v0").text(category);
    String path = url.substring(ApiStack.shared().url().length());
    assertThat(nobody.get(path).status()).isEqualTo(200);
  }

  @Test
  void theVersionNamesWhatRuns() {
    JsonNode version = nobody.get("/v0/version").json();
    assertThat(version.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("env", "version", "ruby", "rails", "branch", "revision");
  }

  @Test
  void figuresCountDevicesAndPeople() {
    Person owner = People.citizen("counted");
    long id = owner.device(Map.of("name", "counted", "is_private", true));
    JsonNode before = nobody.get("/v0/metrics").json();
    Latest.publish(Latest.document(id, Instant.now()));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonNode now = nobody.get("/v0/metrics").json();
              assertThat(now.at("/devices/online/now").asLong())
                  .isGreaterThan(before.at("/devices/online/now").asLong());
              assertThat(now.at("/users/online/now").asLong()).isPositive();
            });
    assertThat(before.at("/devices/total").asLong())
        .isGreaterThanOrEqualTo(before.at("/devices/private").asLong());
    assertThat(before.at("/devices/private").asLong()).isPositive();
    assertThat(before.at("/devices/online/all_time").isNumber()).isTrue();
    assertThat(before.at("/devices/test").isNumber()).isTrue();
  }

  @Test
  void aCallbackIsCalledWithTheAnswer() {
    Http.Answer plain = nobody.get("/v0/kits/2");
    Http.Answer script = nobody.get("/v0/kits/2?callback=my.$call_1");
    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("Content-Type")).isEqualTo("application/javascript;charset=utf-8");
    assertThat(script.raw().body()).isEqualTo("/**/my.$call_1(" + plain.raw().body() + ")");
  }

  @Test
  void aCallbackIsCalledWithErrorsAndListsToo() {
    assertThat(nobody.get("/v0/kits/9999999?callback=f").raw().body())
        .startsWith("/**/f({\"id\":\"record_not_found\"");
    Http.Answer list = nobody.get("/v0/measurements?callback=f&pretty=true&per_page=2");
    assertThat(list.raw().body()).startsWith("/**/f([ {\n").endsWith("} ])");
    assertThat(list.header("Link")).contains("callback=f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f", "a..b", "alert(1)", "f;g", "a%0Ab", "f%00"})
  void anOddCallbackAnswers400(String name) {
    Http.Answer answer = nobody.get("/v0/kits/2?callback=" + name);
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void anOddCallbackIsAnsweredInPlainText() {
    Http.Answer answer = nobody.get("/v0/kits/2?callback=alert(1)");
    assertThat(answer.raw().body()).isEqualTo("Bad Request");
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
  }

  @Test
  void anEmptyCallbackIsIgnored() {
    Http.Answer answer = nobody.get("/v0/kits/2?callback=");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.raw().body()).startsWith("{\"id\":2,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.smartcitizen; version=0,application/json",
        "text/html",
        "application/xml"
      })
  void theVersionMayBeNamedByTheAcceptHeader(String accept) {
    Http.Answer answer = nobody.with("Accept", accept).get("/kits/2");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/devices.json?per_page=1", "/v0/devices/?per_page=1", "/devices/?per_page=1"})
  void listsMayBeSpelledInTheSameWays(String path) {
    assertThat(nobody.get(path).json().isArray()).isTrue();
  }
}
