package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kitstream.api.surface.v0.Described.Operation;

/** What the api says of itself, held against what it does. */
class OpenApiIT {

  private static final Requests REQUESTS = new Requests(People.newAdmin("described"));

  private final Http nobody = Http.anonymous();

  static List<Operation> operations() {
    return Described.operations();
  }

  @Test
  void everyRouteIsDescribed() {
    Set<String> described =
        operations().stream()
            .map(Operation::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(Routes.all());
    assertThat(Described.API.path("openapi").asText()).isEqualTo("3.1.0");
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
  @MethodSource("operations")
  void everyParameterIsExplained(Operation operation) {
    Stream<JsonNode> inBody =
        operation.body().path("properties").properties().stream().map(Map.Entry::getValue);
    assertThat(Stream.concat(operation.parameters().stream(), inBody))
        .allSatisfy(one -> assertThat(one.path("description").asText()).isNotBlank());
    assertThat(operation.parameters())
        .allSatisfy(one -> assertThat(one.path("schema").isObject()).isTrue());
  }

  /** That the answer is as described is for {@link Http} to see, here as everywhere. */
  @ParameterizedTest
  @MethodSource("operations")
  void whatIsAskedForRightIsGivenAsDescribed(Operation operation) {
    Http.Answer answer = REQUESTS.valid(operation).send();
    // This one needs a browser's cookie and the page before: OauthIT has them.
    int status = operation.toString().equals("POST /oauth/authorize") ? 403 : 399;
    assertThat(answer.status()).as(answer.raw().body()).isBetween(200, status);
    assertThat(Described.wasSeen(operation, answer.status())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatIsRefusedIsRefusedAsDescribed(Operation operation) {
    Http.Answer answer = REQUESTS.of(operation, "1").with("access_token", "\u0000").send();
    boolean listens = operation.parameters().stream().anyMatch(REQUESTS::isToken);
    assertThat(answer.status()).isEqualTo(listens ? 400 : answer.status());
    if (operation.path().contains("{")) {
      Http.Answer odd = REQUESTS.of(operation, "nobodys").send();
      assertThat(odd.status()).as(operation + odd.raw().body()).isEqualTo(404);
    }
  }

  @Test
  void filtersNameWhatTheyCanBe() {
    JsonNode q = filters("/v0/experiments");
    String keys = q.path("propertyNames").path("pattern").asText();
    assertThat(List.of("name_cont", "id_or_owner_id_eq", "id_in", "name_cont_any", "s", "sort"))
        .allSatisfy(key -> assertThat(key).matches(keys));
    assertThat(List.of("name", "nonsense_eq", "name_between"))
        .allSatisfy(key -> assertThat(key).doesNotMatch(keys));
    assertThat(filters("/v0/devices").path("x-attributes").toString())
        .contains("owner_username", "tags_name", "postprocessing_id")
        .doesNotContain("mac_address");
    assertThat(filters("/v0/devices").path("x-attributes-for-admins").toString())
        .contains("mac_address");
  }

  private static JsonNode filters(String path) {
    JsonNode parameters = Described.API.path("paths").path(path).path("get").path("parameters");
    return Stream.of(parameters)
        .<JsonNode>mapMulti(Iterable::forEach)
        .filter(one -> one.path("name").asText().equals("q"))
        .findFirst()
        .orElseThrow()
        .path("schema");
  }
}
