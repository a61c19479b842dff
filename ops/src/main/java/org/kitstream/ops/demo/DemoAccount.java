package org.kitstream.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user {@code demo}, who owns the simulated kits; made through the public API. */
final class DemoAccount {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String USERNAME = "demo";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI api;
  private final String accessToken;

  private DemoAccount(URI api, String password) throws IOException, InterruptedException {
    this.api = api;
    this.accessToken = signIn(password);
  }

  /**
   * Signs in, making the user at the first time.
   *
   * @throws IOException if the API refuses
   */
  static DemoAccount open(URI api, String password) throws IOException, InterruptedException {
    return new DemoAccount(api, password);
  }

  /** Registers a kit, unless its token is registered already. */
  void register(DemoKit kit) throws IOException, InterruptedException {
    register(kit.token(), kit.name(), kit.blueprint().kitId(), kit);
  }

  /** Registers a device of a blueprint under a token, unless the token is registered already. */
  void register(String token, String name, int kitId, @Nullable DemoKit at)
      throws IOException, InterruptedException {
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("name", name);
    device.put("description", "Simulated for demonstration");
    device.put("kit_id", kitId);
    device.put("device_token", token);
    if (at != null) {
      device.put("latitude", at.latitude());
      device.put("longitude", at.longitude());
      device.put("exposure", at.exposure());
    }
    HttpResponse<String> answer = post("/v0/devices", device, accessToken);
    boolean isThere = answer.statusCode() == 422 && answer.body().contains("device_token");
    if (answer.statusCode() != 201 && !isThere) {
      throw new IOException("the kit " + name + " cannot be registered: " + answer.body());
    }
  }

  private String signIn(String password) throws IOException, InterruptedException {
    Map<String, Object> credentials = Map.of("username", USERNAME, "password", password);
    HttpResponse<String> answer = post("/v0/sessions", credentials, null);
    if (answer.statusCode() == 404) {
      Map<String, Object> user = new LinkedHashMap<>(credentials);
      user.put("email", "demo@kitstream.invalid");
      post("/v0/users", user, null);
      answer = post("/v0/sessions", credentials, null);
    }
    JsonNode token = JSON.readTree(answer.body()).path("access_token");
    if (!token.isTextual()) {
      throw new IOException("the user " + USERNAME + " cannot sign in: " + answer.body());
    }
    return token.textValue();
  }

  private HttpResponse<String> post(String path, Map<String, Object> body, @Nullable String bearer)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
