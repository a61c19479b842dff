package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.RunningApi;
import org.kitstream.api.TestDatabase;
import org.slf4j.LoggerFactory;

/** What the log says when it says everything of ours, and each request besides. */
class SecretsIT {

  private final List<String> secrets = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    LoggerContext context = root.getLoggerContext();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%level %logger %msg %kvp%n%ex");
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(log);
    appender.start();
    root.addAppender(appender);
  }

  @AfterEach
  void leave() {
    root.detachAppender(appender);
  }

  @Test
  void noSecretIsLogged() {
    Map<String, String> settings = new HashMap<>(ApiStack.shared().settings());
    secrets.add(settings.get("KITSTREAM_TOKEN_SECRET"));
    try (RunningApi api = RunningApi.start(settings)) {
      useEverySecret(Http.anonymous().at("http://127.0.0.1:" + api.httpPort()));
    }
    String logged = log.toString(StandardCharsets.UTF_8);
    assertThat(logged)
        .contains("route=\"/v0/password_resets/{token}\"")
        .contains("A mail was written")
        .contains("status=\"500\"");
    assertThat(secrets).hasSizeGreaterThan(10);
    assertThat(secrets).allSatisfy(secret -> assertThat(logged).doesNotContain(secret));
  }

  private void useEverySecret(Http nobody) {
    String name = People.uniqueName("quiet");
    String password = secret(UUID.randomUUID().toString());
    String email = secret(name + "@example.org");
    nobody.post("/v0/users", Map.of("username", name, "email", email, "password", password));
    Map<String, String> login = Map.of("username", name, "password", password);
    String token = secret(nobody.post("/v0/sessions", login).text("access_token"));
    nobody.post("/v0/sessions", Map.of("username", name, "password", secret("no-" + password)));
    Http.Answer me = nobody.get("/v0/me?access_token=" + token);
    String key = secret(me.text("legacy_api_key"));
    nobody.with("Authorization", "Token token=" + key).get("/v0/me");
    nobody.with("Authorization", "Bearer " + secret("unknown-" + token)).get("/v0/me");
    String pair = name + ':' + password;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    nobody.with("Authorization", "Basic " + secret(basic)).get("/v0/me");
    useApplication(nobody.with("Authorization", "Bearer " + token), nobody);
    reset(nobody, name, email);
    fail(nobody, password);
  }

  private void useApplication(Http owner, Http nobody) {
    Http.Answer app =
        owner.post("/v0/applications", Map.of("name", "x", "redirect_uri", "https://x.example"));
    String body =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(app.text("uid"), secret(app.text("secret")));
    Http.Answer answer =
        nobody
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send("POST", "/oauth/token", BodyPublishers.ofString(body));
    nobody.get("/v0/devices?access_token=" + secret(answer.text("access_token")));
  }

  private void reset(Http nobody, String name, String email) {
    nobody.post("/v0/password_resets", Map.of("username", name));
    Matcher token =
        Pattern.compile("(?m)^[A-Za-z0-9_-]{43}$")
            .matcher(Mailbox.await(email, "Password Reset Instructions"));
    assertThat(token.find()).isTrue();
    String path = "/v0/password_resets/" + secret(token.group().trim());
    nobody.get(path);
    nobody.patch(path, Map.of("password", secret(UUID.randomUUID().toString())));
    nobody.get(path);
  }

  /** A fault in the middle of things: a table is gone, and the exception ends in the log. */
  private void fail(Http nobody, String password) {
    TestDatabase.jdbi()
        .useHandle(handle -> handle.execute("ALTER TABLE mails RENAME COLUMN body TO gone"));
    try {
      String email = secret(People.uniqueName("faulty") + "@example.org");
      Map<String, String> account =
          Map.of("username", People.uniqueName("f"), "email", email, "password", password);
      assertThat(nobody.post("/v0/users", account).status()).isEqualTo(500);
    } finally {
      TestDatabase.jdbi()
          .useHandle(handle -> handle.execute("ALTER TABLE mails RENAME COLUMN gone TO body"));
    }
  }

  private String secret(String text) {
    assertThat(text).hasSizeGreaterThan(8);
    secrets.add(text);
    return text;
  }
}
