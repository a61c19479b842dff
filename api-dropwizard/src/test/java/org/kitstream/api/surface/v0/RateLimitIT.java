package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.ApiStack;
import org.kitstream.api.RunningApi;
import org.kitstream.api.surface.v0.People.Person;

/** An api that counts requests. Each test asks from an address of its own. */
class RateLimitIT {

  private static final int LIMIT = 150;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RunningApi api;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(ApiStack.shared().settings());
    settings.remove("KITSTREAM_RATE_LIMIT");
    settings.put("KITSTREAM_HTTP_FORWARDED", "true");
    api = RunningApi.start(settings);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void p08_aHundredAndFiftyRequestsAMinuteAreServed() throws Exception {
    for (int i = 0; i < LIMIT; i++) {
      assertThat(ask("10.0.0.1", Optional.empty()).statusCode()).as("request " + i).isEqualTo(200);
    }
    HttpResponse<String> refused = ask("10.0.0.1", Optional.empty());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).isEqualTo("Retry later\n");
    assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(ask("10.0.0.2", Optional.empty()).statusCode()).isEqualTo(200);
  }

  @Test
  void p08_citizensAreCountedToo() throws Exception {
    Person citizen = People.citizen("counted");
    Optional<String> token = Optional.of("Bearer " + citizen.token());
    for (int i = 0; i < LIMIT; i++) {
      assertThat(ask("10.0.0.3", token).statusCode()).as("request " + i).isEqualTo(200);
    }
    assertThat(ask("10.0.0.3", token).statusCode()).isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(strings = {"researcher", "admin"})
  void p08_researchersAndAdminsAreNot(String role) throws Exception {
    String address = role.equals("admin") ? "10.0.0.4" : "10.0.0.5";
    String credentials =
        role.equals("admin")
            ? "admin:" + ApiStack.ADMIN_PASSWORD
            : People.researcher("rita").username() + ':' + People.PASSWORD;
    String basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    assertThat(ask(address, Optional.of(basic)).statusCode()).isEqualTo(200);
    for (int i = 0; i < 2 * LIMIT; i++) {
      assertThat(ask(address, Optional.empty()).statusCode()).as("request " + i).isEqualTo(200);
    }
  }

  @Test
  void whoIsThrottledStaysSoWhoeverTheyAre() throws Exception {
    for (int i = 0; i < LIMIT; i++) {
      ask("10.0.0.6", Optional.empty());
    }
    Optional<String> admin = Optional.of("Bearer " + People.admin().token());
    assertThat(ask("10.0.0.6", admin).statusCode()).isEqualTo(429);
  }

  private static HttpResponse<String> ask(String address, Optional<String> authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + api.httpPort() + "/v0/devices?per_page=1"))
            .header("X-Forwarded-For", address);
    authorization.ifPresent(credentials -> request.header("Authorization", credentials));
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
