package org.kitstream.api.filters;

import java.util.function.UnaryOperator;

/** How a column is compared with one value, in SQL. */
@FunctionalInterface
interface Comparison {

  /** What a value that cannot be compared with the column answers. */
  String NEVER = "FALSE";

  /** The condition; {@link #NEVER} if the value is not of the column's type. */
  String sql(Column column, String value, Bindings bindings);

  static Comparison operator(String operator) {
    return (column, value, bindings) ->
        column
            .type()
            .parse(value)
            .map(parsed -> column.sql() + ' ' + operator + ' ' + bindings.add(parsed))
            .orElse(NEVER);
  }

  /** Ignores case. */
  static Comparison like(UnaryOperator<String> pattern) {
    return (column, value, bindings) ->
        column.text() + " ILIKE " + bindings.add(pattern.apply(value));
  }

  /** As {@link #like}; what is null is neither like nor unlike anything. */
  static Comparison unlike(UnaryOperator<String> pattern) {
    return (column, value, bindings) ->
        column.text() + " NOT ILIKE " + bindings.add(pattern.apply(value));
  }

  /** Compares with yes or no whether the column's flag is this one; a null flag is neither. */
  static Comparison isFlag(String flag) {
    return (column, value, bindings) ->
        column.type() == ValueType.FLAG ? decided(column.sql() + " IS " + flag, value) : NEVER;
  }

  /** Compares with yes or no whether the column is null. */
  static Comparison isNull() {
    return (column, value, bindings) -> decided(column.sql() + " IS NULL", value);
  }

  /** Compares with yes or no whether the column is null or an empty text. */
  static Comparison isBlank() {
    return (column, value, bindings) -> decided("coalesce(" + column.text() + ", '') = ''", value);
  }

  /** The opposite answer to another's yes or no. */
  static Comparison not(Comparison other) {
    return (column, value, bindings) -> {
      String sql = other.sql(column, value, bindings);
      return sql.equals(NEVER) ? NEVER : "NOT (" + sql + ')';
    };
  }

  private static String decided(String condition, String value) {
    return ValueType.flag(value)
        .map(yes -> yes ? condition : "NOT (" + condition + ')')
        .orElse(NEVER);
  }
}
