package org.kitstream.api.filters;

import org.jspecify.annotations.Nullable;

/**
 * An attribute found in a list.
 *
 * @param qualified the column with its table
 * @param via the way to its table; null for the list's own
 */
record Column(String qualified, ValueType type, @Nullable Association via) {

  /** The value as it is compared. */
  String sql() {
    return type == ValueType.JSON ? text() : qualified;
  }

  /** The value as text. */
  String text() {
    return type == ValueType.TEXT ? qualified : "CAST(" + qualified + " AS text)";
  }

  /** That the condition, on this column, holds for a row of the list. */
  String reached(String condition, boolean holdsForNothing) {
    if (via == null) {
      return condition;
    }
    String exists = via.exists(condition);
    return holdsForNothing ? "(" + via.isEmpty() + " OR " + exists + ")" : exists;
  }

  /** What a list is ordered by. */
  String order() {
    return via == null ? qualified : via.least(qualified);
  }

  boolean sortable() {
    return type != ValueType.JSON;
  }
}
