package org.kitstream.api.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.failure.Failure;

class FilterableTest {

  private static final Filterable LIST =
      Filterable.of("kits")
          .integers("id")
          .texts("name")
          .times("made_at")
          .flags("old")
          .uuids("uuid")
          .through(
              "owner",
              new Association(
                  "users",
                  "users.id = kits.owner_id",
                  Filterable.of("users").texts("city").build()))
          .forAdmins()
          .texts("secret")
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name_eq          | a     | (kits.name = :f0)",
        "name_not_eq      | a     | (kits.name <> :f0)",
        "id_lteq          | 4     | (kits.id <= :f0)",
        "id_gt            | 4     | (kits.id > :f0)",
        "name_cont        | a     | (kits.name ILIKE :f0)",
        "name_not_cont    | a     | (kits.name NOT ILIKE :f0)",
        "name_does_not_match | a% | (kits.name NOT ILIKE :f0)",
        "id_start         | 4     | (CAST(kits.id AS text) ILIKE :f0)",
        "old_true         | 1     | (kits.old IS TRUE)",
        "old_true         | 0     | (NOT (kits.old IS TRUE))",
        "old_not_true     | 1     | (NOT (kits.old IS TRUE))",
        "name_null        | true  | (kits.name IS NULL)",
        "name_not_null    | 1     | (NOT (kits.name IS NULL))",
        "name_blank       | 1     | (coalesce(kits.name, '') = '')",
        "name_present     | 1     | (NOT (coalesce(kits.name, '') = ''))",
        "id_or_name_eq    | 4     | (kits.id = :f0 OR kits.name = :f1)",
        "id_and_name_eq   | 4     | (kits.id = :f0 AND kits.name = :f1)",
        "owner_city_eq    | a     | (EXISTS (SELECT FROM users WHERE users.id = kits.owner_id"
            + " AND users.city = :f0))",
      })
  void aTermBecomesACondition(String key, String value, String sql) {
    assertThat(compiled(key, value)).containsExactly(sql);
  }

  @Test
  void severalValuesAreJoinedAsTheTermSays() {
    assertThat(compiled("id_in", "1", "2")).containsExactly("((kits.id = :f0 OR kits.id = :f1))");
    assertThat(compiled("id_not_in", "1", "2"))
        .containsExactly("((kits.id <> :f0 AND kits.id <> :f1))");
    assertThat(compiled("name_cont_any", "a", "b"))
        .containsExactly("((kits.name ILIKE :f0 OR kits.name ILIKE :f1))");
    assertThat(compiled("name_not_cont_all", "a", "b"))
        .containsExactly("((kits.name NOT ILIKE :f0 AND kits.name NOT ILIKE :f1))");
  }

  @Test
  void whatHasNoOwnerHasNoCityEither() {
    assertThat(compiled("owner_city_null", "1"))
        .containsExactly(
            "((NOT EXISTS (SELECT FROM users WHERE users.id = kits.owner_id) OR EXISTS (SELECT"
                + " FROM users WHERE users.id = kits.owner_id AND users.city IS NULL)))");
  }

  @ParameterizedTest
  @CsvSource({
    "id_eq, one",
    "id_eq, 1.5",
    "made_at_eq, 1",
    "made_at_lt, 2020-15-40",
    "made_at_lt, +999999999-01-01",
    "uuid_eq, uuid",
    "uuid_eq, 1-1-1-1-1",
    "old_true, perhaps",
    "id_true, 1"
  })
  void aValueOfTheWrongTypeFitsNothing(String key, String value) {
    assertThat(compiled(key, value)).containsExactly("(FALSE)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-09-26",
        "2023-09-26T10:00:00Z",
        "2023-09-26 10:00:00",
        "2023-09-26T10:00:00.123+02:00"
      })
  void timesComeInSeveralForms(String time) {
    assertThat(compiled("made_at_lt", time)).containsExactly("(kits.made_at < :f0)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "disallowed_eq", "name", "eq", "", "name_eq_eq", "secret_eq", "owner_secret_eq",
        "name_or_secret_eq", "owner_eq", "name; DROP TABLE kits_eq", "c", "m", "_eq", "_or__eq"
      })
  void whatIsNotDeclaredIsRefused(String key) {
    assertThatThrownBy(() -> compiled(key, "a"))
        .isInstanceOf(Failure.BadRequest.class)
        .hasMessage("Invalid search term " + key);
  }

  @Test
  void adminsMayUseMore() {
    assertThat(LIST.compile(search("secret_eq", "a"), true).conditions()).hasSize(1);
  }

  @Test
  void blankValuesAreIgnoredAndOthersTrimmed() {
    assertThat(compiled("disallowed_eq", "  ")).isEmpty();
    assertThat(LIST.compile(search("name_eq", " a "), false).bindings()).containsEntry("f0", "a");
  }

  @ParameterizedTest
  @CsvSource({
    "name_cont, 5%_\\, %5\\%\\_\\\\%",
    "name_start, a%, a\\%%",
    "name_end, a_, %a\\_",
    "name_matches, a%\\, a%\\\\",
    "name_matches, a\\%, a\\%"
  })
  void wildcardsAreLiteralUnlessThePatternIsTheCallers(String key, String value, String bound) {
    assertThat(LIST.compile(search(key, value), false).bindings()).containsEntry("f0", bound);
  }

  @Test
  void sortsMayBeManyAndUnknownOnesAreIgnored() {
    Search search =
        new Search(Map.of(), List.of("name desc, id", "secret", "owner_city DESC", "1; DROP"));
    assertThat(LIST.compile(search, false).order())
        .containsExactly(
            "kits.name DESC",
            "kits.id ASC",
            "(SELECT users.city FROM users WHERE users.id = kits.owner_id ORDER BY 1 LIMIT 1) DESC");
  }

  @Test
  void tooManyValuesAreRefused() {
    String[] many = new String[1001];
    Arrays.fill(many, "1");
    assertThatThrownBy(() -> compiled("id_in", many)).isInstanceOf(Failure.BadRequest.class);
  }

  private static List<String> compiled(String key, String... values) {
    return LIST.compile(search(key, values), false).conditions();
  }

  private static Search search(String key, String... values) {
    return new Search(Map.of(key, List.of(values)), List.of());
  }
}
