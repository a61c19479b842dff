package org.kitstream.api.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A term's key, such as {@code name_or_owner_username_cont_any}, taken apart.
 *
 * @param attributes names; the lists are alternatives, all of one list have to hold
 */
record SearchTerm(List<List<String>> attributes, Predicate predicate, Quantifier quantifier) {

  /** Empty if the key does not end with a predicate. */
  static Optional<SearchTerm> parse(String key) {
    Optional<Quantifier> quantifier = Quantifier.endOf(key);
    String rest = quantifier.map(one -> withoutEnd(key, one.suffix())).orElse(key);
    return Predicate.endOf(rest)
        .map(
            predicate ->
                new SearchTerm(
                    attributes(withoutEnd(rest, predicate.suffix())),
                    predicate,
                    quantifier.orElse(predicate.usual())));
  }

  /** The condition for one column. */
  String condition(Column column, List<String> values, Bindings bindings) {
    List<String> counting = quantifier.counting(values);
    List<String> conditions = new ArrayList<>(counting.size());
    for (String value : counting) {
      conditions.add(predicate.comparison().sql(column, value, bindings));
    }
    return column.reached(
        quantifier.joined(conditions), predicate.holdsForNothing(counting.get(0)));
  }

  private static List<List<String>> attributes(String names) {
    List<List<String>> alternatives = new ArrayList<>();
    for (String alternative : names.split("_or_", -1)) {
      alternatives.add(List.of(alternative.split("_and_", -1)));
    }
    return alternatives;
  }

  private static String withoutEnd(String text, String end) {
    return text.substring(0, text.length() - end.length());
  }
}
