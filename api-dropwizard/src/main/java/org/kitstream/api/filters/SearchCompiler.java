package org.kitstream.api.filters;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kitstream.api.failure.Failure;

/** Turns one search into SQL. Used once. */
final class SearchCompiler {

  private static final int LONGEST_NAME = 200;
  private static final int MOST_SORTS = 10;

  private final Filterable list;
  private final boolean admin;
  private final Bindings bindings = new Bindings();

  SearchCompiler(Filterable list, boolean admin) {
    this.list = list;
    this.admin = admin;
  }

  Criteria compile(Search search) {
    List<String> conditions = new ArrayList<>();
    for (Map.Entry<String, List<String>> term : search.terms().entrySet()) {
      List<String> values = present(term.getValue());
      if (!values.isEmpty()) {
        conditions.add(condition(term.getKey(), values));
      }
    }
    return new Criteria(list.table(), conditions, order(search.sorts()), bindings.values());
  }

  private static List<String> present(List<String> values) {
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }

  private String condition(String key, List<String> values) {
    SearchTerm term = SearchTerm.parse(key).orElseThrow(() -> invalid(key));
    return term.attributes().stream()
        .map(
            all ->
                all.stream()
                    .map(name -> list.column(name, admin).orElseThrow(() -> invalid(key)))
                    .map(column -> term.condition(column, values, bindings))
                    .collect(joining(" AND ")))
        .collect(joining(" OR ", "(", ")"));
  }

  private static Failure invalid(String key) {
    return new Failure.BadRequest(
        "Invalid search term " + key.substring(0, Math.min(key.length(), LONGEST_NAME)));
  }

  private List<String> order(List<String> sorts) {
    List<String> order = new ArrayList<>();
    for (String sort : sorts) {
      for (String one : sort.split(",", MOST_SORTS)) {
        ordered(one.strip()).ifPresent(order::add);
      }
    }
    return order.subList(0, Math.min(order.size(), MOST_SORTS));
  }

  /** What cannot be sorted by is no error. */
  private Optional<String> ordered(String sort) {
    String[] words = sort.split("\\s+", 2);
    boolean descending = words.length > 1 && words[1].toLowerCase(Locale.ROOT).equals("desc");
    return list.column(words[0], admin)
        .filter(Column::sortable)
        .map(column -> column.order() + (descending ? " DESC" : " ASC"));
  }
}
