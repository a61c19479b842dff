package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.kitstream.api.surface.v0.Described.Operation;

/**
 * Where bad input is not refused, or not by its parameter's name, and which section of the contract
 * says so. Every exception to the rule of {@link BadInputIT} is here.
 */
enum Tolerated {
  UNKNOWN_PARAMETERS_ARE_IGNORED("2.1.2", ".*", "q", Outcome.TAKEN),
  ANYTHING_TRUTHY_INDENTS("2.1.3", ".*", "pretty", Outcome.TAKEN),
  AN_ODD_CALLBACK_ANSWERS_PLAIN_TEXT("2.1.3", "GET .*", "callback", Outcome.REFUSED_OTHERWISE),
  AN_UNKNOWN_TOKEN_IS_NOBODYS("2.2.2", ".*", "(access|bearer)_token", Outcome.TAKEN),
  WHAT_IS_NO_PAGE_COUNTS_AS_THE_FIRST("2.4", "GET .*", "page|per_page", Outcome.TAKEN),
  A_FILTER_OF_ANOTHER_TYPE_FINDS_NOTHING("2.5", "GET .*", "q\\[.*", Outcome.TAKEN),
  A_TAG_THAT_IS_NOT_THERE_FINDS_NOTHING("2.5", "GET .*", "with_tags", Outcome.TAKEN),
  SEARCH_TAKES_ANY_TEXT("2.7", "GET /v0/search", "q", Outcome.TAKEN),
  THE_FORWARD_HOOK_ALWAYS_ANSWERS("2.7", "GET /v0/forward", "topic|username", Outcome.TAKEN),
  AN_ADDRESS_OF_NOBODY_IS_NOT_FOUND(
      "2.7", "POST /v0/onboarding/user", "email", Outcome.REFUSED_OTHERWISE),
  A_TAG_THAT_IS_NOT_THERE_IS_NAMED("2.12", ".* /v0/devices.*", "user_tags", Outcome.NOT_FOUND),
  TAGS_ARE_LOOKED_UP_WHEN_A_KIT_IS_REGISTERED(
      "2.7", ".* /v0/onboarding/device", "user_tags", Outcome.TAKEN),
  A_MASK_BELOW_TWO_IS_A_CITIZENS("1.1", ".*", "role_mask", Outcome.TAKEN),
  WHERE_A_DEVICE_STANDS_MAY_BE_NEGATIVE("1.3", ".*", "latitude|longitude|elevation", Outcome.TAKEN),
  A_SENSOR_THAT_A_DEVICE_LACKS_HAS_NO_READINGS(
      "2.9", "GET .*/readings", "sensor_id|sensor_key", Outcome.TAKEN),
  A_TIME_MAY_BE_SECONDS("2.9", "GET .*/readings", "from|to", Outcome.TAKEN),
  RELATIVE_IS_FOR_NO_FROM("2.9", "GET .*/readings", "raw|all_intervals|localtimes", Outcome.TAKEN),
  WHAT_IS_TO_BE_PUT_TOGETHER_HAS_TO_BE_THERE(
      "2.3", ".* /v0/(kits|experiments).*", "sensor_ids|device_ids", Outcome.NOT_FOUND),
  A_MAP_IS_REFUSED_BY_ITS_MEMBER("2.7", ".* /v0/kits.*", "sensor_map", Outcome.REFUSED_OTHERWISE),
  A_NAME_OF_ANOTHER_KIND_IS_NOT_LOOKED_AT(
      "2.7", "POST /v0/password_resets", "email_or_username", Outcome.TAKEN),
  OAUTH_HAS_ERRORS_OF_ITS_OWN("RFC 6749", ".* /oauth/.*", ".*", Outcome.REFUSED_OTHERWISE);

  /** What happens instead. */
  enum Outcome {
    /** It does no harm, or is refused as usual. */
    TAKEN,
    /** It is refused, if it is, with a body that others than us have laid down. */
    REFUSED_OTHERWISE,
    /** It is answered that what it names is not there. */
    NOT_FOUND
  }

  private final Pattern operations;
  private final Pattern names;
  private final Outcome outcome;

  Tolerated(String section, String operations, String names, Outcome outcome) {
    if (section.isEmpty()) {
      throw new IllegalArgumentException("no exception without the contract");
    }
    this.operations = Pattern.compile(operations);
    this.names = Pattern.compile(names);
    this.outcome = outcome;
  }

  private boolean concerns(Operation operation, String name) {
    return operations.matcher(operation.toString()).matches() && names.matcher(name).matches();
  }

  /** Whether a value that is not of its parameter's type, or too long, may do no harm. */
  static boolean mayBeTaken(Operation operation, String name) {
    return Arrays.stream(values())
        .filter(one -> one.concerns(operation, name))
        .anyMatch(one -> one.outcome != Outcome.NOT_FOUND);
  }

  /** Whether the refusal need not name the parameter. */
  static boolean mayBeUnnamed(Operation operation, String name, JsonNode body) {
    return Arrays.stream(values())
        .filter(one -> one.concerns(operation, name))
        .anyMatch(
            one ->
                one.outcome == Outcome.REFUSED_OTHERWISE
                    || (one.outcome == Outcome.NOT_FOUND
                        && body.path("id").asText().equals("record_not_found")));
  }

  /** Bad values that are good texts. */
  private static final Set<String> TEXTS =
      Set.of("word", "sql", "newline", "emoji", "negative", "nan", "huge");

  /** Whether a value is of its parameter's type after all. */
  static boolean isFit(JsonNode schema, String value) {
    if (schema.path("type").asText().equals("object")) {
      return value.equals("object");
    }
    return schema.path("type").asText().equals("string")
        && !schema.has("enum")
        && !schema.has("format")
        && TEXTS.contains(value);
  }
}
