package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kitstream.api.surface.v0.Described.Operation;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Via;

/**
 * Requests that are right, for every operation that is described: with what it needs and no more.
 */
final class Requests {

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final Pattern MAILED = Pattern.compile("(?m)^[A-Za-z0-9_-]{43}\\s*$");

  private static final String USER = "/v0/users/{id}";

  private final Person admin;
  private final Map<String, String> application;

  Requests(Person admin) {
    this.admin = admin;
    Http.Answer made =
        admin
            .asks()
            .post("/v0/applications", Map.of("name", "a", "redirect_uri", "https://a.example/"));
    this.application = Map.of("client_id", made.text("uid"), "client_secret", made.text("secret"));
  }

  /** A request, not yet sent. Parameters that are no text go into a JSON body. */
  record Request(Http who, Operation operation, String path, Map<String, Object> parameters) {

    /** The same, but with another value of a parameter. */
    Request with(String name, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(parameters);
      more.put(name, value);
      return new Request(who, operation, path, more);
    }

    /** The same, of something else. */
    Request at(String id) {
      String there = operation.path().replaceAll("\\{\\w+}", Matcher.quoteReplacement(encoded(id)));
      return new Request(who, operation, there, parameters);
    }

    Http.Answer send() {
      boolean json = parameters.values().stream().anyMatch(one -> !(one instanceof String));
      String form = form();
      RawBodies.RawBody raw = RawBodies.of(operation);
      if (raw != null) {
        return who.with("Content-Type", raw.type())
            .send(
                operation.method(),
                form.isEmpty() ? path : path + '?' + form,
                BodyPublishers.ofString(raw.text()));
      }
      if (json || (form.length() > 2_000 && !isInBody())) {
        return asJson();
      }
      if (!isInBody() || operation.path().equals("/oauth/authorize")) {
        return who.send(
            operation.method(), form.isEmpty() ? path : path + '?' + form, BodyPublishers.noBody());
      }
      return who.with("Content-Type", "application/x-www-form-urlencoded")
          .send(operation.method(), path, BodyPublishers.ofString(form));
    }

    Http.Answer asJson() {
      return who.with("Content-Type", "application/json")
          .send(
              operation.method(),
              path,
              BodyPublishers.ofString(Http.MAPPER.valueToTree(parameters).toString()));
    }

    private boolean isInBody() {
      return WITH_BODY.contains(operation.method());
    }

    private String form() {
      List<String> pairs = new ArrayList<>();
      parameters.forEach((name, value) -> pairs.add(encoded(name) + '=' + encoded("" + value)));
      return String.join("&", pairs);
    }
  }

  boolean isToken(JsonNode parameter) {
    return parameter.path("name").asText().equals("access_token");
  }

  /** Whether a request that is right works but once. */
  static boolean isSpent(Operation operation) {
    return operation.method().equals("DELETE")
        || operation.method().equals("POST")
        || operation.toString().equals("PATCH /v0/password_resets/{token}");
  }

  /** The same, but of something that need not be there: nothing is made for it. */
  Request of(Operation operation, String id) {
    return new Request(admin.asks(), operation, operation.path(), needed(operation)).at(id);
  }

  Request valid(Operation operation) {
    Http who = admin.asks();
    boolean account = operation.path().equals("/v0/me") || operation.path().equals(USER);
    if (account && !isRead(operation)) {
      Person self = People.newAdmin("self");
      String path = operation.path().replace("{id}", self.asks().get("/v0/me").text("id"));
      return new Request(self.asks(), operation, path, needed(operation));
    }
    if (operation.path().startsWith("/v0/onboarding/")) {
      Http.Answer started = who.post("/v0/onboarding/device", Map.of("name", "o"));
      who = who.with("OnboardingSession", started.text("onboarding_session"));
    }
    if (operation.path().startsWith("/push/")) {
      who = kit(operation.path().substring("/push/".length()));
    }
    return new Request(who, operation, path(operation), needed(operation));
  }

  /** A kit of another platform. */
  private Http kit(String platform) {
    String token = People.uniqueName("kit");
    admin.device(Map.of("name", "d", "device_token", token, "readings_format", platform));
    String pair = Base64.getEncoder().encodeToString((token + ":").getBytes(UTF_8));
    return Http.anonymous().with("Authorization", "Basic " + pair);
  }

  private Map<String, Object> needed(Operation operation) {
    Map<String, Object> needed = new LinkedHashMap<>();
    operation
        .body()
        .path("required")
        .forEach(name -> needed.put(name.asText(), right(name.asText())));
    operation.parameters().stream()
        .filter(one -> one.path("in").asText().equals("query") && one.path("required").asBoolean())
        .map(one -> one.path("name").asText())
        .forEach(name -> needed.put(name, right(name)));
    switch (operation.path()) {
      case "/v0/sessions", "/v0/password_resets" -> needed.put("username", admin.username());
      case "/v0/devices", "/v1/devices" ->
          needed.putAll(isRead(operation) ? Map.of("near", "1,2") : Map.of());
      case "/v0/onboarding/user" -> needed.put("email", admin.username() + "@example.org");
      case "/v0/devices/{id}/readings" -> needed.put("sensor_id", "55");
      case "/oauth/token", "/oauth/revoke", "/oauth/introspect" -> needed.putAll(application);
      case "/oauth/authorize" -> needed.put("redirect_uri", "https://a.example/");
      default -> {}
    }
    return needed;
  }

  private static boolean isRead(Operation operation) {
    return operation.method().equals("GET");
  }

  private Object right(String name) {
    String unique = People.uniqueName("r");
    return switch (name) {
      case "reason" -> "not_parsed";
      case "email" -> unique + "@example.org";
      case "password" -> People.PASSWORD;
      case "redirect_uri" -> "https://a.example/";
      case "rollup" -> "1h";
      case "grant_type" -> "client_credentials";
      case "response_type" -> "code";
      case "client_id" -> application.getOrDefault("client_id", unique);
      case "token" -> "nobodys";
      default -> unique;
    };
  }

  /** The path of something that the admin may change, and that nobody else needs. */
  private String path(Operation operation) {
    String path = operation.path();
    if (!path.contains("{")) {
      return path;
    }
    String list = path.substring(0, path.indexOf("/{"));
    String id =
        switch (list) {
          case "/v0/devices", "/v1/devices" ->
              Long.toString(admin.device(Map.of("name", "d", "kit_id", 3)));
          case "/v0/components" -> "1";
          case "/v0/uploads" -> upload();
          case "/v0/users" -> somebody(path);
          case "/v0/password_resets" -> mailedToken();
          default -> made(list);
        };
    String there = path.replaceFirst("\\{\\w+}", Matcher.quoteReplacement(id));
    return there.contains("{entry}") ? there.replace("{entry}", quarantined(id)) : there;
  }

  private String somebody(String path) {
    if (path.endsWith("/profile_picture")) {
      PictureIT.pictured(admin);
    }
    return admin.username();
  }

  private String upload() {
    long device = admin.device(Map.of("name", "d"));
    return admin
        .asks()
        .with("Content-Type", "text/csv")
        .send(
            "POST",
            "/v0/devices/" + device + "/readings/upload",
            BodyPublishers.ofString("time,55\n2018-12-06T00:00:26Z,21.5\n"))
        .text("id");
  }

  private String quarantined(String device) {
    QuarantineTopic.publish(
        new QuarantinedReading(
            Long.valueOf(device),
            People.uniqueName("m"),
            PayloadFormat.SHORT,
            Via.MQTT,
            Instant.now(),
            Instant.now(),
            new Refusal(Refusal.Reason.NOT_PARSED, "Not parsed.", null),
            "x".getBytes(UTF_8)));
    String list = "/v0/devices/" + device + "/quarantine";
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.asks().get(list).json(), entries -> entries.size() == 1)
        .path(0)
        .path("id")
        .asText();
  }

  private String made(String list) {
    Map<String, Object> wanted =
        Map.of(
            "name", People.uniqueName("made"),
            "description", "d",
            "redirect_uri", "https://a.example/");
    Http.Answer made = admin.asks().post(list, wanted);
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    return made.text("id");
  }

  private String mailedToken() {
    String forgetful = People.citizen("forgetful").username();
    Http.anonymous().post("/v0/password_resets", Map.of("username", forgetful));
    Matcher token =
        MAILED.matcher(Mailbox.await(forgetful + "@example.org", "Password Reset Instructions"));
    assertThat(token.find()).isTrue();
    return token.group().trim();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
