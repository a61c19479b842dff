package org.kitstream.api.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.filters.Search;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;

/** Three people in a database of their own; the second has a public and a private device. */
class UserListIT {

  private static UserList list;

  @BeforeAll
  static void people() {
    Jdbi jdbi = TestDatabase.empty();
    list = new UserList(jdbi);
    jdbi.useHandle(
        handle -> {
          handle.execute(
              """
              INSERT INTO users (id, username, email, first_name, role_mask, password_hash, created_at)
              VALUES (1, 'secondguy', 'b@example.org', 'Adam', 0, '', '2020-01-02'),
                     (2, 'firstguy', 'a@example.org', NULL, 2, '', '2020-01-01'),
                     (3, 'anotherguy', 'c@example.org', NULL, 5, '', '2020-01-03')
              """);
          handle.execute(
              """
              INSERT INTO devices (owner_id, name, is_private, kit_id)
              VALUES (2, 'roof', false, 26), (2, 'cellar', true, NULL)
              """);
        });
  }

  @Test
  void p05_usersAreSorted() {
    assertThat(names(Caller.ANONYMOUS, sorted()))
        .containsExactly("secondguy", "firstguy", "anotherguy");
    assertThat(names(Caller.ANONYMOUS, sorted("username asc")))
        .containsExactly("anotherguy", "firstguy", "secondguy");
    assertThat(names(Caller.ANONYMOUS, sorted("created_at desc")))
        .containsExactly("anotherguy", "secondguy", "firstguy");
  }

  @Test
  void p04_usersComeByPages() {
    Paged<User> page = list.page(Caller.ANONYMOUS, Search.ALL, new Page(2, 2));
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items()).extracting(User::username).containsExactly("anotherguy");
  }

  @Test
  void usersAreFilteredByWhatEverybodyMaySee() {
    assertThat(names(Caller.ANONYMOUS, term("first_name_eq", "Adam"))).containsExactly("secondguy");
    assertThat(names(Caller.ANONYMOUS, term("username_cont", "tg"))).containsExactly("firstguy");
    assertThat(names(Caller.ANONYMOUS, term("sensors_id_eq", "55"))).containsExactly("firstguy");
    assertThat(names(Caller.ANONYMOUS, term("city_null", "1"))).hasSize(3);
  }

  @Test
  void aPrivateDeviceGivesItsOwnerAwayToNobody() {
    assertThat(names(Caller.ANONYMOUS, term("devices_name_eq", "roof")))
        .containsExactly("firstguy");
    assertThat(names(Caller.ANONYMOUS, term("devices_name_eq", "cellar"))).isEmpty();
    assertThat(names(caller("firstguy"), term("devices_name_eq", "cellar"))).hasSize(1);
    assertThat(names(caller("anotherguy"), term("devices_name_eq", "cellar"))).hasSize(1);
  }

  @Test
  void onlyAdminsFilterByRole() {
    Search researchers = term("role_mask_gteq", "2");
    assertThat(names(caller("anotherguy"), researchers)).containsExactly("firstguy", "anotherguy");
    assertThatThrownBy(() -> names(caller("firstguy"), researchers))
        .isInstanceOf(Failure.BadRequest.class);
    assertThatThrownBy(() -> names(Caller.ANONYMOUS, term("email_eq", "a@example.org")))
        .isInstanceOf(Failure.BadRequest.class);
  }

  private static Caller caller(String username) {
    return Caller.of(
        list.page(Caller.ANONYMOUS, term("username_eq", username), new Page(1, 1)).items().get(0));
  }

  private static List<String> names(Caller caller, Search search) {
    return list.page(caller, search, new Page(1, 25)).items().stream().map(User::username).toList();
  }

  private static Search sorted(String... sorts) {
    return new Search(Map.of(), List.of(sorts));
  }

  private static Search term(String key, String value) {
    return new Search(Map.of(key, List.of(value)), List.of());
  }
}
