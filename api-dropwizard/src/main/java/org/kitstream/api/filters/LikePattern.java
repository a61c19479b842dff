package org.kitstream.api.filters;

/** Patterns for LIKE. */
final class LikePattern {

  private static final char ESCAPE = '\\';

  private LikePattern() {}

  static String containing(String text) {
    return '%' + literal(text) + '%';
  }

  static String startingWith(String text) {
    return literal(text) + '%';
  }

  static String endingWith(String text) {
    return '%' + literal(text);
  }

  /** A pattern that the caller wrote. A last escape character escapes nothing: it is meant. */
  static String asGiven(String pattern) {
    int escapes = 0;
    while (escapes < pattern.length() && pattern.charAt(pattern.length() - 1 - escapes) == ESCAPE) {
      escapes++;
    }
    return escapes % 2 == 0 ? pattern : pattern + ESCAPE;
  }

  private static String literal(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }
}
