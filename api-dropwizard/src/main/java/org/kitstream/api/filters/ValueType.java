package org.kitstream.api.filters;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the values of an attribute are, and how a caller writes them. */
enum ValueType {
  TEXT,
  JSON,
  INTEGER,
  DECIMAL,
  TIME,
  UNIQUE,
  FLAG;

  private static final Set<String> YES = Set.of("true", "t", "1", "yes", "y", "on");
  private static final Set<String> NO = Set.of("false", "f", "0", "no", "n", "off");
  private static final int UUID_LENGTH = 36;

  /** The value to be bound; empty if the text is not of this type. */
  Optional<Object> parse(String text) {
    try {
      return Optional.of(parsed(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Object parsed(String text) {
    return switch (this) {
      case TEXT, JSON -> text;
      case INTEGER -> Long.valueOf(text);
      case DECIMAL -> finite(text);
      case TIME -> TimeText.parse(text);
      case UNIQUE -> uuid(text);
      case FLAG -> flag(text).orElseThrow(IllegalArgumentException::new);
    };
  }

  /** Whether a text means yes; empty if it means neither yes nor no. */
  static Optional<Boolean> flag(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return YES.contains(word) || NO.contains(word)
        ? Optional.of(YES.contains(word))
        : Optional.empty();
  }

  private static Double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException("not a number that can be compared");
    }
    return number;
  }

  /** The JDK also takes shorter texts, which nobody means. */
  private static UUID uuid(String text) {
    if (text.length() != UUID_LENGTH) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }
}
