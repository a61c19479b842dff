package org.kitstream.api.surface.v0;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kitstream.api.surface.v0.People.Person;

/**
 * Who may do what, on every route. The expectations are in {@code authorisation.txt}; a route that
 * is not there fails. Requests carry nothing but credentials, so that who may write is told apart
 * (422, 400) from who may not (401, 403) and nothing is changed.
 */
class AuthorisationIT {

  private static final String DEVICE = "/devices/{id}";
  private static final Person OWNER = People.citizen("owner");
  private static final List<Person> CALLERS =
      List.of(OWNER, People.citizen("other"), People.researcher("rita"), People.admin());

  /**
   * One line of the table.
   *
   * @param device {@code public} or {@code private} on routes below a device, else {@code -}
   * @param expected status for anonymous, owner, other user, researcher and admin
   */
  record Row(String method, String path, String device, List<Integer> expected) {

    static Row of(String line) {
      String[] words = line.trim().split("\\s+");
      List<Integer> expected = Arrays.stream(words).skip(3).map(Integer::valueOf).toList();
      return new Row(words[0], words[1], words[2], expected);
    }

    String route() {
      return method + ' ' + path;
    }

    /** Where what is done cannot be done twice, everybody is somebody new. */
    boolean endsCaller() {
      return method.equals("DELETE") && (path.startsWith("/v0/me") || path.startsWith("/v0/users"));
    }
  }

  @Test
  void everyRouteIsInTheTable() {
    Set<String> known = rows().map(Row::route).collect(toCollection(TreeSet::new));
    assertThat(known).containsExactlyElementsOf(Routes.all());
  }

  @Test
  void routesBelowADeviceAreThereForPublicAndPrivateOnes() {
    for (String route : Routes.all()) {
      List<String> devices =
          rows().filter(row -> row.route().equals(route)).map(Row::device).toList();
      assertThat(devices)
          .as(route)
          .isEqualTo(route.contains(DEVICE) ? List.of("public", "private") : List.of("-"));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isForThese(Row row) {
    List<Person> callers = row.endsCaller() ? newCallers() : CALLERS;
    Person owner = callers.get(0);
    List<Integer> answers =
        Stream.concat(Stream.of(Http.anonymous()), callers.stream().map(Person::asks))
            .map(who -> answer(who, row, owner))
            .toList();
    assertThat(answers).isEqualTo(row.expected());
  }

  private static int answer(Http who, Row row, Person owner) {
    Http.Answer answer = who.send(row.method(), concrete(row, owner), BodyPublishers.noBody());
    return answer.status();
  }

  /** The path with the id of something that is the owner's, new for each request. */
  private static String concrete(Row row, Person owner) {
    String path = row.path();
    if (path.contains(DEVICE)) {
      boolean closed = row.device().equals("private");
      return path.replace("{id}", "" + owner.device(Map.of("name", "d", "is_private", closed)))
          .replace("{entry}", "1");
    }
    if (path.equals("/v0/uploads/{id}")) {
      return "/v0/uploads/" + UploadIT.uploaded(owner);
    }
    if (path.equals("/v0/experiments/{id}")) {
      return made(owner.asks(), "/v0/experiments", Map.of("name", "e"));
    }
    if (path.equals("/v0/applications/{id}")) {
      Map<String, String> wanted = Map.of("name", "a", "redirect_uri", "https://a.example/cb");
      return made(owner.asks(), "/v0/applications", wanted);
    }
    if (path.endsWith("/profile_picture")) {
      return PictureIT.pictured(owner);
    }
    if (path.equals("/v0/tags/{id}")) {
      Http admin = People.admin().asks();
      return made(admin, "/v0/tags", Map.of("name", People.uniqueName("tag")));
    }
    return path.replace("/v0/users/{id}", "/v0/users/" + owner.username())
        .replace("/v0/kits/{id}", "/v0/kits/2")
        .replace("/v0/sensors/{id}", "/v0/sensors/55")
        .replace("{id}", "1")
        .replace("{token}", "nobodys");
  }

  private static String made(Http maker, String list, Map<String, ?> wanted) {
    Http.Answer made = maker.post(list, wanted);
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    return list + '/' + made.text("id");
  }

  private static List<Person> newCallers() {
    return List.of(
        People.citizen("owner"),
        People.citizen("other"),
        People.researcher("rita"),
        People.newAdmin("adam"));
  }

  private static Stream<Row> rows() {
    try (InputStream table = AuthorisationIT.class.getResourceAsStream("/authorisation.txt")) {
      String text =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::of);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
