package org.kitstream.api.filters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** For how many of a term's values its predicate has to hold. */
enum Quantifier {
  /** There is one value; the first counts. */
  ONE,
  ANY,
  ALL;

  /** The quantifier with which a key ends, if any. */
  static Optional<Quantifier> endOf(String key) {
    return Stream.of(ANY, ALL).filter(one -> key.endsWith(one.suffix())).findFirst();
  }

  String suffix() {
    return '_' + name().toLowerCase(Locale.ROOT);
  }

  List<String> counting(List<String> values) {
    return this == ONE ? values.subList(0, 1) : values;
  }

  /** One condition out of those of the values, of which there is at least one. */
  String joined(List<String> conditions) {
    return conditions.size() == 1
        ? conditions.get(0)
        : '(' + String.join(this == ANY ? " OR " : " AND ", conditions) + ')';
  }
}
