package org.kitstream.calibration.formula;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Guesses which known name an unknown one was meant to be. */
final class Suggestion {

  private static final int MOST_EDITS = 2;

  private Suggestion() {}

  /** The nearest by edit distance, upper and lower case alike; none when all are far. */
  static Optional<String> nearest(String unknown, Set<String> known) {
    if (unknown.equals("ln")) {
      return Optional.of("log");
    }
    return known.stream()
        .filter(name -> isNear(unknown, name))
        .min(
            Comparator.comparingInt((String name) -> distance(unknown, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A word that would have to change in more than half of its letters is not near. */
  private static boolean isNear(String word, String name) {
    int distance = distance(word, name);
    return distance <= MOST_EDITS && 2 * distance <= word.length();
  }

  private static int distance(String word, String name) {
    return edits(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }

  /** Levenshtein distance, one row at a time. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
