package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kitstream.api.ApiStack;
import org.kitstream.api.UsedSecrets;

/** Asks the shared api as one user, or as nobody. Every answer has to be one that is described. */
final class Http {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String METRICS_OF_ADMIN_PORT = "/metrics";

  private final String base;
  private final List<String> headers;

  private Http(String base, List<String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** An answer: status, headers and JSON body. */
  record Answer(int status, HttpResponse<String> raw, JsonNode json) {
    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    String text(String field) {
      return json.path(field).asText();
    }
  }

  static Http anonymous() {
    return new Http(ApiStack.shared().url(), List.of());
  }

  static Http withToken(String token) {
    return anonymous().with("Authorization", "Bearer " + token);
  }

  Http with(String name, String value) {
    if (name.equals("Authorization") || name.equals("OnboardingSession")) {
      UsedSecrets.useHeader(value);
    }
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Http(base, more);
  }

  /** The same, of another api. */
  Http at(String otherBase) {
    return new Http(otherBase, headers);
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer post(String path, Map<String, ?> json) {
    return with("Content-Type", "application/json").send("POST", path, body(json));
  }

  Answer patch(String path, Map<String, ?> json) {
    return with("Content-Type", "application/json").send("PATCH", path, body(json));
  }

  Answer send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      HttpResponse<String> response = exchange(request.build());
      Answer answer = new Answer(response.statusCode(), response, parsed(response.body()));
      UsedSecrets.useAddress(path + ' ' + answer.header("Location"));
      UsedSecrets.useAll(answer.json());
      if (!path.equals(METRICS_OF_ADMIN_PORT)) {
        Described.check(method, path, answer);
      }
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * Asks again when the connection was closed under the question: a server may do that to one kept
   * open whose last body it did not care to read.
   */
  private static HttpResponse<String> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      if (!isClosedConnection(e)) {
        throw e;
      }
      return CLIENT.send(request, BodyHandlers.ofString());
    }
  }

  /** Whether nothing came back at all. */
  private static boolean isClosedConnection(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("header parser received no bytes")
        || message.contains("Connection reset")
        || message.contains("GOAWAY");
  }

  private static JsonNode parsed(String body) throws IOException {
    return body.startsWith("{") || body.startsWith("[")
        ? MAPPER.readTree(body)
        : MAPPER.missingNode();
  }

  private static HttpRequest.BodyPublisher body(Map<String, ?> json) {
    JsonNode body = MAPPER.valueToTree(json);
    UsedSecrets.useAll(body);
    return BodyPublishers.ofString(body.toString());
  }
}
