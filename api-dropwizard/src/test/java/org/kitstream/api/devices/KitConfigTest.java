package org.kitstream.api.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;

class KitConfigTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void membersGoOverThoseThereAre() throws Exception {
    String now = "{\"reading_interval\":60,\"mode\":\"wifi\"}";
    assertThat(over(now, "{\"reading_interval\":30,\"leds\":{\"on\":false}}"))
        .isEqualTo("{\"reading_interval\":30,\"mode\":\"wifi\",\"leds\":{\"on\":false}}");
    assertThat(over(now, "{\"mode\":null}")).isEqualTo("{\"reading_interval\":60}");
    assertThat(over(now, "{\"mode\":null,\"reading_interval\":null}")).isNull();
    assertThat(over(null, "{}")).isNull();
  }

  @Test
  void aFormsTextIsANumberWhereOneIsMeant() throws Exception {
    assertThat(over(null, "{\"publish_interval\":\" 180 \",\"mode\":\"180\"}"))
        .isEqualTo("{\"publish_interval\":180,\"mode\":\"180\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reading_interval\":5}",
        "{\"reading_interval\":86400,\"publish_interval\":3600}",
        "{\"anything\":[1,2.5,null]}"
      })
  void acceptsWhatKitsCanDo(String config) {
    assertThatCode(() -> check(config)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reading_interval | 4                    | is not included in the list
          reading_interval | 86401                | is not included in the list
          publish_interval | 3601                 | is not included in the list
          publish_interval | -1                   | is not included in the list
          publish_interval | 99999999999999999999 | is not included in the list
          reading_interval | 7.5                  | is not a number
          reading_interval | "soon"               | is not a number
          reading_interval | [60]                 | is not a number
          """)
  void namesWhatIsWrong(String member, String value, String message) {
    assertThatThrownBy(() -> check("{\"%s\":%s}".formatted(member, value)))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            invalid ->
                assertThat(invalid.errors())
                    .isEqualTo(Map.of("config." + member, List.of(message))));
  }

  @Test
  void refusesWhatNoKitCanTake() {
    assertThatThrownBy(() -> check("{\"note\":\"%s\"}".formatted("x".repeat(3_500))))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            invalid ->
                assertThat(invalid.errors())
                    .containsEntry("config", List.of("is too long (maximum is 3500 characters)")));
  }

  private static void check(String config) {
    Violations violations = new Violations();
    KitConfig.check(config, violations);
    violations.throwIfAny();
  }

  private static @Nullable String over(@Nullable String now, String changes)
      throws JsonProcessingException {
    return KitConfig.over(now, members(changes));
  }

  private static Map<String, JsonNode> members(String json) throws JsonProcessingException {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    MAPPER.readTree(json).properties().forEach(one -> members.put(one.getKey(), one.getValue()));
    return members;
  }
}
