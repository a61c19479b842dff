package org.kitstream.api.filters;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;

/**
 * Which rows of a table, and in which order; rows that are equal in it come by ascending id.
 * Immutable.
 *
 * @param conditions all have to hold; SQL of ours, with every value bound
 * @param order what comes first counts most
 * @param bindings values by the names that stand for them
 */
public record Criteria(
    String table,
    List<String> conditions,
    List<String> order,
    Map<String, @Nullable Object> bindings) {

  /**
   * These criteria and one more condition.
   *
   * @param condition never made from what a caller gave
   */
  public Criteria and(String condition, Map<String, @Nullable Object> more) {
    Map<String, @Nullable Object> all = new HashMap<>(bindings);
    all.putAll(more);
    List<String> both = new ArrayList<>(conditions);
    both.add(condition);
    return new Criteria(table, both, order, all);
  }

  /** These criteria, ordered by something else first. */
  public Criteria orderedFirstBy(String expression) {
    return new Criteria(
        table, conditions, Stream.concat(Stream.of(expression), order.stream()).toList(), bindings);
  }

  /** One page of ids, and how many there are. */
  public Paged<Long> page(Handle handle, Page page) {
    String matches = "FROM " + table + " WHERE " + allConditions();
    List<Long> ids =
        prepared(
                handle.createQuery(
                    String.join(
                        " ",
                        "SELECT " + table + ".id",
                        matches,
                        "ORDER BY " + orderBy(),
                        "LIMIT :size OFFSET :offset")))
            .bind("size", page.size())
            .bind("offset", page.offset())
            .mapTo(Long.class)
            .list();
    long total = prepared(handle.createQuery("SELECT count(*) " + matches)).mapTo(Long.class).one();
    return new Paged<>(ids, page, total);
  }

  /** A value may be needed for the order alone, which the total does not have. */
  private <T extends SqlStatement<T>> T prepared(T statement) {
    return statement
        .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
        .bindMap(bindings);
  }

  private String allConditions() {
    return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
  }

  private String orderBy() {
    return Stream.concat(order.stream(), Stream.of(table + ".id")).collect(joining(", "));
  }
}
