package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, orders and pages of the list of users. */
class UserListsIT {

  private final Http nobody = Http.anonymous();

  /** All of one test's users begin with it. */
  private final String stem = People.uniqueName("u");

  @Test
  void p04_usersComeByPages() {
    for (int i = 0; i < 6; i++) {
      People.citizen(stem);
    }
    Http.Answer first = nobody.get(path("per_page=4"));
    assertThat(first.json()).hasSize(4);
    assertThat(first.header("Total")).isEqualTo("6");
    assertThat(first.header("Per-Page")).isEqualTo("4");
    Http.Answer second = nobody.get(path("per_page=4&page=2"));
    assertThat(second.json()).hasSize(2);
    assertThat(second.header("Total")).isEqualTo("6");
    assertThat(nobody.get(path("per_page=none")).header("Per-Page")).isEqualTo("25");
  }

  @Test
  void p05_usersAreSorted() {
    String c = People.citizen(stem + "c").username();
    String a = People.citizen(stem + "a").username();
    String b = People.citizen(stem + "b").username();
    assertThat(names("")).containsExactly(c, a, b);
    assertThat(names("q%5Bs%5D=username%20asc")).containsExactly(a, b, c);
    assertThat(names("q%5Bsort%5D=created_at%20desc")).containsExactly(b, a, c);
  }

  @ParameterizedTest
  @ValueSource(strings = {"disallowed_eq", "email_eq", "role_mask_eq", "password_hash_cont"})
  void p06_unknownTermsAnswer400(String term) {
    Http.Answer answer = nobody.get("/v0/users?q%5B" + term + "%5D=1");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("status").asInt()).isEqualTo(400);
    assertThat(answer.text("message")).isEqualTo("Invalid search term " + term);
  }

  private List<String> names(String query) {
    List<String> names = new ArrayList<>();
    nobody.get(path(query)).json().forEach(user -> names.add(user.path("username").asText()));
    return names;
  }

  private String path(String query) {
    return "/v0/users?q%5Busername_start%5D=" + stem + "&" + query;
  }
}
