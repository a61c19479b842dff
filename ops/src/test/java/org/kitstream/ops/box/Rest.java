package org.kitstream.ops.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The REST API as a client sees it; any answer but success is a failure of the test. */
record Rest(String base, String token) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Makes a user and signs in. */
  static Rest signUp(String base, String username) throws Exception {
    var anonymous = new Rest(base, "");
    var credentials = Map.of("username", username, "password", "a password");
    anonymous.post(
        "/v0/users",
        Map.of("username", username, "password", "a password", "email", username + "@example.org"));
    return new Rest(
        base, anonymous.post("/v0/sessions", credentials).path("access_token").textValue());
  }

  JsonNode get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  JsonNode post(String path, Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Changes something; the body is JSON. */
  JsonNode patch(String path, String json) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The same, in an onboarding session. */
  JsonNode orphan(String session) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(base + "/v0/onboarding/device"))
            .header("OnboardingSession", session));
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new AssertionError(answer.request() + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
