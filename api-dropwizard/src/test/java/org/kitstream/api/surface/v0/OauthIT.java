package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.api.surface.v0.People.PASSWORD;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;

/** Applications act for users: consent, codes, tokens, and what ends them. */
class OauthIT {

  private static final String BACK = "https://app.example/back?x=1";
  private static final String VERIFIER = "v".repeat(43);
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");
  private final Client client = register(Map.of());

  /** A registered application. */
  private record Client(long id, String uid, String secret) {
    String basic() {
      String pair = uid + ':' + secret;
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aCodeBecomesATokenThatWorksOnEveryWayIn() {
    Http.Answer answer = exchange(client, code(client, Map.of("state", "s 1")), Map.of());
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().has("expires_in")).isFalse();
    String token = answer.text("access_token");
    assertThat(token).matches("[0-9a-f]{64}");
    for (Http way :
        List.of(
            Http.withToken(token),
            nobody.with("Authorization", "token " + token),
            nobody.with("Authorization", "Token token=" + token))) {
      assertThat(way.get("/v0/me").text("username")).isEqualTo(alice.username());
    }
    assertThat(nobody.get("/v0/me?access_token=" + token).status()).isEqualTo(200);
  }

  @Test
  void theUserIsSentBackToTheExactAddressWithTheState() {
    Http.Answer allowed = decide(client, Map.of("state", "s 1"), "allow", PASSWORD);
    assertThat(allowed.status()).isEqualTo(303);
    assertThat(allowed.header("Location")).startsWith(BACK + "&").contains("state=s");
    assertThat(query(allowed)).containsEntry("state", "s 1").containsKey("code");
    Http.Answer denied = decide(client, Map.of("state", "s 1"), "deny", "");
    assertThat(query(denied))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "s 1")
        .doesNotContainKey("code");
  }

  @Test
  void aCodeIsGoodOnceAndItsReuseEndsWhatItGave() {
    String code = code(client, Map.of());
    String token = exchange(client, code, Map.of()).text("access_token");
    assertThat(Http.withToken(token).get("/v0/me").status()).isEqualTo(200);

    Http.Answer again = exchange(client, code, Map.of());
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text("error")).isEqualTo("invalid_grant");
    assertThat(Http.withToken(token).get("/v0/me").status()).isEqualTo(401);
  }

  @Test
  void aCodeIsGoodForItsApplicationAndItsAddressOnly() {
    Client other = register(Map.of());
    String code = code(client, Map.of());
    assertThat(exchange(other, code, Map.of()).text("error")).isEqualTo("invalid_grant");
    assertThat(exchange(client, code, Map.of("redirect_uri", "https://app.example/back")).status())
        .isEqualTo(400);
    assertThat(exchange(client, code, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void anOldCodeIsNoGood() {
    String code = code(client, Map.of());
    TestDatabase.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE oauth_codes SET expires_at = now() WHERE code_hash = sha256(?)",
                    code.getBytes(StandardCharsets.UTF_8)));
    assertThat(exchange(client, code, Map.of()).text("error")).isEqualTo("invalid_grant");
  }

  @Test
  void aPublicApplicationNeedsPkceAndItsVerifier() {
    Client app = register(Map.of("confidential", false));
    assertThat(query(nobody.get(path(app, Map.of())))).containsEntry("error", "invalid_request");

    Map<String, String> pkce =
        Map.of("code_challenge", challenge(), "code_challenge_method", "S256");
    String code = code(app, pkce);
    Map<String, String> request =
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            app.uid(),
            "redirect_uri",
            BACK,
            "code",
            code);
    assertThat(form("/oauth/token", request).text("error")).isEqualTo("invalid_grant");
    Map<String, String> wrong = new LinkedHashMap<>(request);
    wrong.put("code_verifier", "w".repeat(43));
    assertThat(form("/oauth/token", wrong).text("error")).isEqualTo("invalid_grant");
    Map<String, String> right = new LinkedHashMap<>(request);
    right.put("code_verifier", VERIFIER);
    assertThat(form("/oauth/token", right).status()).isEqualTo(200);
  }

  @Test
  void plainPkceIsRefused() {
    Http.Answer answer =
        nobody.get(
            path(client, Map.of("code_challenge", VERIFIER, "code_challenge_method", "plain")));
    assertThat(query(answer)).containsEntry("error", "invalid_request");
  }

  @Test
  void nobodyIsSentToAnAddressThatIsNotRegistered() {
    for (String uri :
        List.of("https://app.example/back", BACK + "/", "https://evil.example/", "javascript:1")) {
      Http.Answer answer = nobody.get(path(client, Map.of("redirect_uri", uri)));
      assertThat(answer.status()).as(uri).isEqualTo(400);
      assertThat(answer.header("Location")).isEmpty();
      assertThat(answer.header("Content-Type")).startsWith("text/html");
    }
    Http.Answer unknown = nobody.get(path(new Client(0, "moo", ""), Map.of()));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(nobody.get("/oauth/authorize").status()).isEqualTo(400);
  }

  @Test
  void otherResponseTypesAreSentBackAsErrors() {
    assertThat(query(nobody.get(path(client, Map.of("response_type", "token")))))
        .containsEntry("error", "unsupported_response_type");
  }

  @Test
  void thePageNamesTheApplicationAsTextAndKeepsOthersOut() {
    Client app = register(Map.of("name", "<script>alert(1)</script> & co"));
    Http.Answer page = nobody.get(path(app, Map.of()));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.raw().body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co")
        .doesNotContain("<script");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  void aFormFromElsewhereAllowsNothing() {
    String path = path(client, Map.of());
    Map<String, String> form =
        Map.of("username", alice.username(), "password", PASSWORD, "decision", "allow");
    Http.Answer foreign = form(path, form);
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.header("Location")).isEmpty();
    Http.Answer guessed =
        send(nobody.with("Cookie", "kitstream_form=AAAAAAAAAAAAAAAAAAAAAA"), path, form);
    assertThat(guessed.status()).isEqualTo(403);
  }

  @Test
  void aWrongPasswordShowsThePageAgain() {
    Http.Answer again = decide(client, Map.of(), "allow", "doughnuts");
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.raw().body())
        .contains("User name and password do not belong together.")
        .contains("value=\"" + alice.username() + '"')
        .doesNotContain("doughnuts");
  }

  @Test
  void aRefreshTokenRotatesAndItsReuseEndsEverything() {
    Http.Answer first = exchange(client, code(client, Map.of()), Map.of());
    Http.Answer second = refresh(first.text("refresh_token"));
    assertThat(second.status()).isEqualTo(200);
    assertThat(Http.withToken(first.text("access_token")).get("/v0/me").status()).isEqualTo(401);
    assertThat(Http.withToken(second.text("access_token")).get("/v0/me").status()).isEqualTo(200);

    assertThat(refresh(first.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    assertThat(Http.withToken(second.text("access_token")).get("/v0/me").status()).isEqualTo(401);
    assertThat(refresh(second.text("refresh_token")).status()).isEqualTo(400);
    assertThat(Http.withToken(second.text("refresh_token")).get("/v0/me").status()).isEqualTo(401);
  }

  @Test
  void clientCredentialsActForNobody() {
    Http.Answer answer =
        asClient(client, "/oauth/token", Map.of("grant_type", "client_credentials"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().has("refresh_token")).isFalse();
    Http app = Http.withToken(answer.text("access_token"));
    assertThat(app.get("/v0/me").status()).isEqualTo(401);
    assertThat(app.get("/v0/devices").status()).isEqualTo(200);
  }

  @Test
  void aWrongSecretIsRefused() {
    Client wrong = new Client(client.id(), client.uid(), "moo");
    Http.Answer answer =
        asClient(wrong, "/oauth/token", Map.of("grant_type", "client_credentials"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("error")).isEqualTo("invalid_client");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    assertThat(
            form(
                    "/oauth/token",
                    Map.of(
                        "grant_type", "client_credentials",
                        "client_id", client.uid(),
                        "client_secret", client.secret()))
                .status())
        .isEqualTo(200);
  }

  @Test
  void requestsThatAreNoneAreRefusedInJson() {
    for (Http.Answer answer :
        List.of(
            form("/oauth/token", Map.of()),
            form("/oauth/token", Map.of("grant_type", "moo", "client_id", client.uid())),
            nobody.post("/oauth/token", Map.of("grant_type", "client_credentials")),
            form("/oauth/introspect", Map.of()),
            form("/oauth/revoke", Map.of()))) {
      assertThat(answer.status()).as(answer.raw().body()).isBetween(400, 401);
      assertThat(answer.text("error")).isNotEmpty();
    }
  }

  @Test
  void scopesAreKeptAndBoundedByTheApplication() {
    Client app = register(Map.of("scopes", "read write"));
    assertThat(query(nobody.get(path(app, Map.of("scope", "read admin")))))
        .containsEntry("error", "invalid_scope");
    Http.Answer tokens = exchange(app, code(app, Map.of("scope", "read")), Map.of());
    assertThat(tokens.text("scope")).isEqualTo("read");
    assertThat(exchange(app, code(app, Map.of()), Map.of()).text("scope")).isEqualTo("read write");
  }

  @Test
  void introspectionTellsAnApplicationOfItsOwnTokens() {
    String token =
        exchange(client, code(client, Map.of("scope", "a b")), Map.of()).text("access_token");
    Http.Answer own = asClient(client, "/oauth/introspect", Map.of("token", token));
    assertThat(own.json().path("active").asBoolean()).isTrue();
    assertThat(own.text("scope")).isEqualTo("a b");
    assertThat(own.text("client_id")).isEqualTo(client.uid());
    assertThat(own.text("username")).isEqualTo(alice.username());
    assertThat(own.json().path("iat").isIntegralNumber()).isTrue();

    Http.Answer foreign = asClient(register(Map.of()), "/oauth/introspect", Map.of("token", token));
    assertThat(foreign.json()).isEqualTo(Http.MAPPER.createObjectNode().put("active", false));
    assertThat(form("/oauth/introspect", Map.of("token", token)).status()).isEqualTo(401);
  }

  @Test
  void revocationEndsTheTokenAndItsConsent() {
    Http.Answer tokens = exchange(client, code(client, Map.of()), Map.of());
    String token = tokens.text("access_token");
    Client other = register(Map.of());
    assertThat(asClient(other, "/oauth/revoke", Map.of("token", token)).status()).isEqualTo(200);
    assertThat(Http.withToken(token).get("/v0/me").status()).isEqualTo(200);

    assertThat(asClient(client, "/oauth/revoke", Map.of("token", token)).status()).isEqualTo(200);
    assertThat(Http.withToken(token).get("/v0/me").status()).isEqualTo(401);
    assertThat(refresh(tokens.text("refresh_token")).status()).isEqualTo(400);
    assertThat(asClient(client, "/oauth/revoke", Map.of("token", "moo")).status()).isEqualTo(200);
    Http.Answer gone = asClient(client, "/oauth/introspect", Map.of("token", token));
    assertThat(gone.json().path("active").asBoolean()).isFalse();
  }

  @Test
  void whatEndsAnApplicationOrAUserEndsTheirTokens() {
    String token = exchange(client, code(client, Map.of()), Map.of()).text("access_token");
    assertThat(alice.asks().delete("/v0/applications/" + client.id()).status()).isEqualTo(200);
    assertThat(Http.withToken(token).get("/v0/me").status()).isEqualTo(401);
  }

  @Test
  void theServerDescribesItself() {
    Http.Answer metadata = nobody.get("/.well-known/oauth-authorization-server");
    assertThat(metadata.status()).isEqualTo(200);
    String issuer = metadata.text("issuer");
    assertThat(metadata.text("token_endpoint")).isEqualTo(issuer + "/oauth/token");
    assertThat(metadata.text("authorization_endpoint")).isEqualTo(issuer + "/oauth/authorize");
    assertThat(metadata.json().at("/code_challenge_methods_supported/0").asText())
        .isEqualTo("S256");
  }

  private Client register(Map<String, ?> more) {
    Map<String, Object> application = new LinkedHashMap<>();
    application.put("name", "An app");
    application.put("redirect_uri", BACK);
    application.putAll(more);
    Http.Answer answer = alice.asks().post("/v0/applications", application);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return new Client(answer.json().path("id").asLong(), answer.text("uid"), answer.text("secret"));
  }

  private String code(Client app, Map<String, String> more) {
    return query(decide(app, more, "allow", PASSWORD)).get("code");
  }

  /** What a browser does: opens the page, keeps its cookie, sends its form. */
  private Http.Answer decide(
      Client app, Map<String, String> more, String decision, String password) {
    String path = path(app, more);
    Http.Answer page = nobody.get(path);
    assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
    Matcher csrf = CSRF.matcher(page.raw().body());
    assertThat(csrf.find()).isTrue();
    String cookie = page.header("Set-Cookie").split(";", 2)[0];
    return send(
        nobody.with("Cookie", cookie),
        path,
        Map.of(
            "csrf",
            csrf.group(1),
            "username",
            alice.username(),
            "password",
            password,
            "decision",
            decision));
  }

  private static String path(Client app, Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", app.uid());
    query.put("redirect_uri", BACK);
    query.putAll(more);
    return "/oauth/authorize?" + encoded(query);
  }

  private Http.Answer exchange(Client app, String code, Map<String, String> more) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("grant_type", "authorization_code");
    request.put("code", code);
    request.put("redirect_uri", BACK);
    request.putAll(more);
    return asClient(app, "/oauth/token", request);
  }

  private Http.Answer refresh(String token) {
    return asClient(
        client, "/oauth/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  private Http.Answer asClient(Client app, String path, Map<String, String> form) {
    return send(nobody.with("Authorization", app.basic()), path, form);
  }

  private Http.Answer form(String path, Map<String, String> form) {
    return send(nobody, path, form);
  }

  private static Http.Answer send(Http http, String path, Map<String, String> form) {
    return http.with("Content-Type", "application/x-www-form-urlencoded")
        .send("POST", path, BodyPublishers.ofString(encoded(form)));
  }

  private static String encoded(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + '=' + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> query(Http.Answer answer) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(303);
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : URI.create(answer.header("Location")).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
