package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kitstream.api.ApiStack;

/**
 * What the api says of itself, against which {@link Http} holds every answer that any test gets:
 * its status has to be described, and its body has to fit.
 */
final class Described {

  static final JsonNode API = read();

  private static final int URI_TOO_LONG = 414;
  private static final Set<String> ROOTS =
      Set.of("v0", "v1", "health", "openapi", "docs", "oauth", "push", ".well-known");
  private static final Map<String, Pattern> TEMPLATES = new ConcurrentHashMap<>();

  /** Routes with the status that they answered with and that were found to be as described. */
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private Described() {}

  private static JsonNode read() {
    URI document = URI.create(ApiStack.shared().url() + "/openapi.json");
    try (InputStream stream = document.toURL().openStream()) {
      return Http.MAPPER.readTree(stream);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One method of one path, such as {@code GET /v0/devices/{id}}. */
  record Operation(String method, String path, JsonNode json) {
    @Override
    public String toString() {
      return method + ' ' + path;
    }

    List<JsonNode> parameters() {
      return Stream.of(json.path("parameters")).<JsonNode>mapMulti(Iterable::forEach).toList();
    }

    /** What the body may have, as a schema; missing if there is none. */
    JsonNode body() {
      JsonNode content = json.path("requestBody").path("content");
      return content.path("application/x-www-form-urlencoded").path("schema");
    }

    JsonNode response(int status) {
      return json.path("responses").path(Integer.toString(status));
    }
  }

  static List<Operation> operations() {
    return API.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        one ->
                            new Operation(
                                one.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                one.getValue())))
        .toList();
  }

  static boolean wasSeen(Operation operation, int status) {
    return SEEN.contains(operation + " " + status);
  }

  /** Fails unless the answer is one that is described. */
  static void check(String method, String pathAndQuery, Http.Answer answer) {
    boolean script = pathAndQuery.contains("callback=");
    boolean before = answer.status() == URI_TOO_LONG; // the server refuses it before us
    Optional<Operation> operation =
        script || before ? Optional.empty() : find(method, pathAndQuery);
    if (operation.isPresent()) {
      String what = operation.get() + " answers " + answer.status();
      JsonNode response = operation.get().response(answer.status());
      assertThat(response.isObject()).as(what + ", which is not described").isTrue();
      JsonNode content = response.path("content").path("application/json");
      if (!answer.json().isMissingNode()) {
        List<String> problems =
            new SchemaCheck(API).problems(content.path("schema"), answer.json(), what);
        assertThat(content.isObject()).as(what + " with JSON, which is not described").isTrue();
        assertThat(problems).isEmpty();
      }
      SEEN.add(operation.get() + " " + answer.status());
    }
  }

  /** The operation that a path leads to; the most exact one, if to several. */
  private static Optional<Operation> find(String method, String pathAndQuery) {
    String path = canonical(pathAndQuery);
    return operations().stream()
        .filter(one -> one.method().equals(method))
        .filter(one -> template(one.path()).matcher(path).matches())
        .min(Comparator.comparing(one -> one.path().replaceAll("[^{]", "").length()));
  }

  private static Pattern template(String path) {
    return TEMPLATES.computeIfAbsent(
        path, key -> Pattern.compile(key.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")));
  }

  private static String canonical(String pathAndQuery) {
    String path = pathAndQuery.replaceFirst("\\?.*", "").replaceAll("^/+|/+$", "");
    String plain = path.replaceFirst("\\.json$", "");
    return ROOTS.contains(plain.replaceFirst("/.*", ""))
        ? '/' + plain
        : ("/v0/" + plain).replaceFirst("/$", "");
  }
}
