package org.kitstream.api.filters;

/**
 * The way from the rows of a list to those of another table.
 *
 * @param relation what comes after FROM; the other table has its target's name in it
 * @param link the condition that ties it to the list's row and says what the caller may know of
 * @param target the attributes of the other table
 */
public record Association(String relation, String link, Filterable target) {

  /** That there is a row for which the condition holds. */
  String exists(String condition) {
    return "EXISTS (SELECT FROM %s WHERE %s AND %s)".formatted(relation, link, condition);
  }

  /** That there is no row at all. */
  String isEmpty() {
    return "NOT EXISTS (SELECT FROM %s WHERE %s)".formatted(relation, link);
  }

  /** The least value of a column. */
  String least(String column) {
    return "(SELECT %s FROM %s WHERE %s ORDER BY 1 LIMIT 1)".formatted(column, relation, link);
  }
}
