package org.kitstream.ops.box;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings by name, as the environment gives them. Empty text counts as not given. */
record Environment(Map<String, String> variables) {

  Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  String text(String name, String fallback) {
    return text(name).orElse(fallback);
  }

  /**
   * A whole number.
   *
   * @throws BoxException if it is none, or out of range; names the setting
   */
  int integer(String name, int fallback, int least, int most) {
    Optional<String> given = text(name);
    if (given.isEmpty()) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(given.get().strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of range
    }
    throw new BoxException(
        "%s must be a whole number from %d to %d, not \"%s\"."
            .formatted(name, least, most, given.get()));
  }

  /** A number of seconds. */
  Duration seconds(String name, int fallback, int least, int most) {
    return Duration.ofSeconds(integer(name, fallback, least, most));
  }
}
