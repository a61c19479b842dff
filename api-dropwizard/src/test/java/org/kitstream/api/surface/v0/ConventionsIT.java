package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conventions that hold on every path of version 0. */
class ConventionsIT {

  private final Http nobody = Http.anonymous();

  @Test
  void p1_devicesAreListedWithoutCredentials() {
    Http.Answer answer = nobody.get("/v0/devices");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json").contains("utf-8");
    assertThat(answer.json().isArray()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v0/404", "/404", "/v0/devices/1/nothing", "/v0/sensors/12/x.json"})
  void p2_unknownPathsAnswer404(String path) {
    Http.Answer answer = nobody.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.raw().body())
        .isEqualTo(
            "{\"id\":\"not_found\",\"message\":\"Endpoint not found\",\"errors\":null,\"url\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v0/sensors/12", "/sensors/12", "/v0/sensors/12/", "/v0/sensors/12.json"})
  void aPathMayLackItsVersionAndHaveASlashOrASuffix(String path) {
    Http.Answer answer = nobody.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("uuid")).isEqualTo("2922d20e-3b83-4d98-8791-cfcdfc12fa99");
    assertThat(answer.text("updated_at")).isEqualTo("2015-07-05T19:55:07Z");
  }

  @Test
  void anOddAcceptHeaderIsNoHindrance() {
    Http odd = nobody.with("Accept", "application/vnd.smartcitizen; version=0");
    assertThat(odd.get("/sensors/12").status()).isEqualTo(200);
  }

  @Test
  void aMethodThatAPathLacksAnswers405() {
    Http.Answer answer = nobody.delete("/v0/sensors");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text("id")).isEqualTo("method_not_allowed");
    assertThat(answer.header("Allow")).contains("GET");
  }

  @Test
  void malformedJsonAnswers400() {
    Http.Answer answer =
        nobody
            .with("Content-Type", "application/json")
            .send("POST", "/v0/sessions", BodyPublishers.ofString("{\"username\":"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("id")).isEqualTo("bad_request");
  }

  @Test
  void aBodyPastTheBoundAnswers413() {
    Http.Answer answer =
        nobody
            .with("Content-Type", "application/json")
            .send("POST", "/v0/sessions", BodyPublishers.ofByteArray(new byte[9 * 1024 * 1024]));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("id")).isEqualTo("payload_too_large");
  }

  @Test
  void prettyIsIndented() {
    assertThat(nobody.get("/v0/kits/2?pretty=true").raw().body()).startsWith("{\n  \"id\"");
    assertThat(nobody.get("/v0/kits/2").raw().body()).startsWith("{\"id\":2,");
  }

  @Test
  void preflightRequestsAreAnsweredOnAnyPath() {
    Http.Answer answer =
        nobody
            .with("Origin", "https://elsewhere.example")
            .send("OPTIONS", "/v0/whatever", BodyPublishers.noBody());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("2592000");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Methods"))
        .isEqualTo("GET, POST, PUT, PATCH, DELETE, OPTIONS");
  }

  @Test
  void aPathThatIsNotThereIsAnsweredLikeAnyOther() {
    Http.Answer indented = nobody.get("/v0/404/nowhere?pretty=true");
    assertThat(indented.status()).isEqualTo(404);
    assertThat(indented.raw().body()).startsWith("{\n  \"id\"");
    Http.Answer script = nobody.get("/v0/404/nowhere?callback=a.b");
    assertThat(script.status()).isEqualTo(404);
    assertThat(script.raw().body()).startsWith("/**/a.b({\"id\":\"not_found\"").endsWith(")");
    assertThat(script.header("Content-Type")).startsWith("application/javascript");
    assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void nothingOddInTheQueryOfAPathThatIsNotThereMakesItAFault() {
    for (String odd : List.of("callback=1()", "callback=%00", "pretty=%00", "callback%5B%5D=a")) {
      Http.Answer answer = nobody.get("/v0/404/nowhere?" + odd);
      assertThat(answer.status()).as(odd).isEqualTo(404);
      assertThat(answer.header("Content-Type")).as(odd).startsWith("application/json");
    }
  }

  @Test
  void errorsCarryTheCrossOriginHeadersToo() {
    assertThat(nobody.get("/v0/404").header("Access-Control-Allow-Credentials")).isEqualTo("true");
  }

  @Test
  void pagesLeadToEachOther() {
    Http.Answer answer = nobody.get("/sensors/?per_page=50&page=2&x=%7B1%7D");
    assertThat(answer.json()).hasSize(50);
    long total = Long.parseLong(answer.header("Total"));
    Http.Answer whole = nobody.get("/sensors/?per_page=5000");
    assertThat(total).isEqualTo(whole.json().size()); // tests run one at a time
    long last = (total + 49) / 50;
    assertThat(answer.header("Per-Page")).isEqualTo("50");
    assertThat(answer.header("Link").split(", "))
        .hasSize(4)
        .allMatch(link -> link.contains("/sensors/?per_page=50&x=%7B1%7D&page="))
        .anyMatch(link -> link.endsWith("page=1>; rel=\"first\""))
        .anyMatch(link -> link.endsWith("page=" + last + ">; rel=\"last\""))
        .anyMatch(link -> link.endsWith("page=3>; rel=\"next\""))
        .anyMatch(link -> link.endsWith("page=1>; rel=\"prev\""));
  }

  @Test
  void onePageNeedsNoLinks() {
    Http.Answer answer = nobody.get("/v0/measurements?per_page=1000");
    assertThat(answer.json()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(answer.header("Total")).isEqualTo(Integer.toString(answer.json().size()));
    assertThat(answer.raw().headers().firstValue("Link")).isEmpty();
  }

  @Test
  void readinessNamesEveryPart() {
    Http.Answer answer = nobody.get("/health");
    assertThat(answer.raw().body()).contains("\"postgresql\"", "\"kafka\"", "\"influxdb\"");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("ready").asBoolean()).isTrue();
  }
}
