package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kitstream.api.surface.v0.People.Person;

/**
 * No value of no parameter of no route makes the api fail: it is taken, ignored, or answered with a
 * 4xx that says why. The caller is an admin, so that nothing stops at the door.
 */
class BadInputIT {

  private static final int PAIRS_PER_ROUTE = 10;
  private static final long SEED = new Random().nextLong();
  private static final Person OWNER = People.citizen("sufferer");
  private static final long DEVICE = OWNER.device(Map.of("name", "target"));

  private static final List<String> VALUES =
      List.of(
          "x",
          "",
          "-1",
          "0",
          "NaN",
          "1e400",
          "9223372036854775808",
          "' OR 1=1; DROP TABLE users; --",
          "line\nbreak\r\n",
          "\u0000",
          "\uD83D\uDE00 \u202E",
          "long".repeat(2_560));

  private static final List<String> NAMES =
      Stream.of(
              "id q[id_eq] q[name_cont] q[created_at_lt] q[uuid_eq] q[owner_id_in][] q[nonsense] q[s]",
              "page per_page pretty near within with_tags q callback access_token topic username",
              "sensor_id sensor_key rollup function from to relative all_intervals limit raw localtimes",
              "name description kit_id mac_address device_token latitude longitude elevation exposure",
              "user_tags is_private is_test precise_location meta notify_low_battery hardware_info",
              "hardware_name_override postprocessing_attributes enable_forwarding slug sensor_map",
              "sensor_ids[] device_ids[] starts_at ends_at unit definition measurement_id datasheet",
              "email password first_name city country_code url avatar role_mask email_or_username",
              "redirect_uri scopes scope grant_type client_id client_secret code response_type token")
          .flatMap(names -> Arrays.stream(names.split(" ")))
          .toList();

  static Set<String> routes() {
    return Routes.all();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void isTakenIgnoredOrAnsweredWithAReason(String route) {
    String method = route.substring(0, route.indexOf(' '));
    String path = route.substring(route.indexOf(' ') + 1);
    Http admin = People.newAdmin("tester").asks();
    for (String value : VALUES) {
      Map<String, String> everything = new LinkedHashMap<>();
      NAMES.forEach(name -> everything.put(name, value));
      everything.remove("access_token");
      send(admin, method, filled(path, Long.toString(DEVICE)), everything);
      if (path.contains("{")) {
        send(admin, method, filled(path, encoded(value.isEmpty() ? " " : value)), Map.of());
      }
    }
    var random = new Random(SEED ^ route.hashCode());
    for (int i = 0; i < PAIRS_PER_ROUTE; i++) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      String value = VALUES.get(random.nextInt(VALUES.size()));
      send(admin, method, filled(path, Long.toString(DEVICE)), Map.of(name, value));
    }
  }

  private static void send(
      Http caller, String method, String path, Map<String, String> parameters) {
    String form =
        parameters.entrySet().stream()
            .map(one -> encoded(one.getKey()) + '=' + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    if (method.equals("GET") || method.equals("DELETE")) {
      // A request line has its own bound; a longer one is answered by the server before us.
      String query = form.length() > 6_000 ? form.substring(0, 6_000).replaceAll("%.?$", "") : form;
      check(caller.send(method, path + '?' + query, BodyPublishers.noBody()), method, path, form);
      return;
    }
    Http asForm = caller.with("Content-Type", "application/x-www-form-urlencoded");
    check(asForm.send(method, path, BodyPublishers.ofString(form)), method, path, form);
    Http asJson = caller.with("Content-Type", "application/json");
    String json = Http.MAPPER.valueToTree(parameters).toString();
    check(asJson.send(method, path, BodyPublishers.ofString(json)), method, path, json);
  }

  private static void check(Http.Answer answer, String method, String path, String input) {
    String request = method + ' ' + abridged(path) + ' ' + abridged(input) + ", seed " + SEED;
    assertThat(answer.status()).as(request + ": " + answer.raw().body()).isLessThan(500);
    boolean explains =
        answer.status() < 400
            || answer.json().has("message")
            || answer.json().has("error")
            || answer.raw().body().contains("message")
            || !answer.header("Content-Type").contains("json");
    assertThat(explains).as(request + ": " + answer.raw().body()).isTrue();
  }

  private static String filled(String path, String value) {
    return path.replaceAll("\\{[^}]*}", Matcher.quoteReplacement(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String abridged(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
