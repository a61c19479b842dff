package org.kitstream.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every password and token that the tests have sent or were given, so that logs can be searched.
 */
public final class UsedSecrets {

  private static final Set<String> FIELDS =
      Set.of(
          "access_token",
          "refresh_token",
          "password",
          "secret",
          "client_secret",
          "legacy_api_key",
          "device_token",
          "forwarding_token",
          "onboarding_session");

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "(?:[?&#](?:access_token|bearer_token|code|refresh_token)=|/password_resets/)([\\w-]{12,})");

  /** What is shorter is in any log by chance. */
  private static final int SHORTEST = 6;

  private static final String FILTERED = "[FILTERED]";
  private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

  private UsedSecrets() {}

  /** Remembers a secret. */
  public static void use(String secret) {
    if (secret.length() >= SHORTEST && !secret.equals(FILTERED)) {
      ALL.add(secret);
    }
  }

  /** Remembers the secrets in a body, by the names of its fields. */
  public static void useAll(JsonNode body) {
    for (String field : FIELDS) {
      body.findValues(field).forEach(one -> use(one.asText()));
    }
  }

  /** Remembers the credentials of a header such as {@code Authorization: Token token="abc"}. */
  public static void useHeader(String value) {
    use(
        value
            .replaceFirst("(?i)^(basic|bearer|token)\\s+", "")
            .replaceFirst("^token=", "")
            .replace("\"", ""));
  }

  /** Remembers the tokens in a path or an address. */
  public static void useAddress(String address) {
    Matcher matcher = IN_ADDRESS.matcher(address);
    while (matcher.find()) {
      use(matcher.group(1));
    }
  }

  /** Those that a line says. */
  static List<String> in(String line) {
    return ALL.stream().filter(line::contains).toList();
  }

  /** Makes a secret public. */
  static void forget(String secret) {
    ALL.remove(secret);
  }
}
