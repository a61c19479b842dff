package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kitstream.api.surface.v0.People.Person;

/** Registering applications: everybody their own ones. */
class ApplicationsIT {

  private static final String PATH = "/v0/applications";
  private static final Map<String, String> APP =
      Map.of("name", "An app", "redirect_uri", "https://app.example/back", "scopes", "read write");

  private final Http nobody = Http.anonymous();
  private final Person alice = People.citizen("alice");
  private final Person bob = People.citizen("bob");

  @Test
  void anApplicationHasEveryMemberAndAStableSecret() {
    Http.Answer created = alice.asks().post(PATH, APP);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().fieldNames())
        .toIterable()
        .contains(
            "id", "name", "uid", "secret", "redirect_uri", "scopes", "created_at", "updated_at");
    assertThat(created.text("uid")).matches("[0-9a-f]{64}");
    assertThat(created.text("secret")).matches("[0-9a-f]{64}").isNotEqualTo(created.text("uid"));
    assertThat(created.text("scopes")).isEqualTo("read write");
    assertThat(alice.asks().get(PATH + '/' + created.text("id")).json()).isEqualTo(created.json());
  }

  @Test
  void everybodySeesAndChangesTheirOwnOnly() {
    String path = PATH + '/' + alice.asks().post(PATH, APP).text("id");
    assertThat(alice.asks().get(PATH).json()).hasSize(1);
    for (Http other : new Http[] {bob.asks(), People.admin().asks()}) {
      assertThat(other.get(path).status()).isEqualTo(404);
      assertThat(other.patch(path, Map.of("name", "mine")).status()).isEqualTo(404);
      assertThat(other.delete(path).text("id")).isEqualTo("record_not_found");
    }
    assertThat(bob.asks().get(PATH).json()).isEmpty();
    assertThat(alice.asks().patch(path, Map.of("name", "Renamed")).text("name"))
        .isEqualTo("Renamed");
    assertThat(alice.asks().delete(path).text("message")).isEqualTo("OK");
    assertThat(alice.asks().get(path).status()).isEqualTo(404);
  }

  @Test
  void nobodyUnknownComesIn() {
    assertThat(nobody.get(PATH).status()).isEqualTo(401);
    assertThat(nobody.post(PATH, APP).status()).isEqualTo(401);
    assertThat(nobody.get(PATH + "/x").status()).isEqualTo(401);
    assertThat(nobody.patch(PATH + "/1", APP).status()).isEqualTo(401);
    assertThat(nobody.delete(PATH + "/1").status()).isEqualTo(401);
  }

  @Test
  void aRedirectUriIsAbsoluteAndSafe() {
    assertThat(message("redirect_uri", null)).isEqualTo("can't be blank");
    assertThat(message("redirect_uri", "/back")).isEqualTo("must be an absolute URI");
    assertThat(message("redirect_uri", "http://app.example")).isEqualTo("must be an HTTPS/SSL URI");
    assertThat(message("redirect_uri", "javascript:alert(1)"))
        .isEqualTo("must be an HTTPS/SSL URI");
    assertThat(message("redirect_uri", "https://app.example/#x"))
        .isEqualTo("cannot contain a fragment");
    assertThat(message("redirect_uri", "https://app.example/ ht!tp://x"))
        .isEqualTo("must be a valid URI");
    assertThat(message("name", "")).isEqualTo("can't be blank");
    for (String good : new String[] {"http://localhost:3000/x", "org.example.app:/back"}) {
      assertThat(alice.asks().post(PATH, Map.of("name", "x", "redirect_uri", good)).status())
          .isEqualTo(201);
    }
  }

  private String message(String field, @Nullable Object value) {
    Map<String, Object> application = new HashMap<>(APP);
    application.put(field, value);
    Http.Answer refused = alice.asks().post(PATH, application);
    assertThat(refused.status()).isEqualTo(422);
    return refused.json().path("errors").path(field).path(0).asText();
  }
}
