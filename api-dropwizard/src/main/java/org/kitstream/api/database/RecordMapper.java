package org.kitstream.api.database;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Makes records of rows, as {@link ConstructorMapper} does, but works out once for each list of
 * columns which of them belongs where, not for each statement: that takes longer than the rows of a
 * page. Thread-safe.
 */
final class RecordMapper<T> implements RowMapper<T> {

  private final RowMapper<T> byConstructor;

  /** As many as there are statements in the code. */
  private final Map<List<String>, RowMapper<T>> byColumns = new ConcurrentHashMap<>();

  RecordMapper(Class<T> type) {
    this.byConstructor = ConstructorMapper.of(type);
  }

  @Override
  public T map(ResultSet rows, StatementContext context) throws SQLException {
    return specialize(rows, context).map(rows, context);
  }

  @Override
  public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
    List<String> columns = columns(rows.getMetaData());
    RowMapper<T> known = byColumns.get(columns);
    if (known != null) {
      return known;
    }
    RowMapper<T> made = byConstructor.specialize(rows, context);
    byColumns.put(columns, made);
    return made;
  }

  private static List<String> columns(ResultSetMetaData about) throws SQLException {
    int count = about.getColumnCount();
    List<String> columns = new ArrayList<>(count);
    for (int column = 1; column <= count; column++) {
      columns.add(about.getColumnLabel(column));
    }
    return columns;
  }
}
