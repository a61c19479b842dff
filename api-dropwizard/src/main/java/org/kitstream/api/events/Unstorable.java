package org.kitstream.api.events;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementException;

/** What PostgreSQL will never store, however often it is tried. */
final class Unstorable {

  /** SQLSTATE classes: data exception, program limit exceeded. */
  private static final String VALUE = "22";

  private static final String TOO_MUCH = "54";

  private Unstorable() {}

  /** Whether the values were the cause, and not the state of the database. */
  static boolean is(StatementException failure) {
    if (failure.getCause() instanceof SQLException cause && cause.getSQLState() != null) {
      return cause.getSQLState().startsWith(VALUE) || cause.getSQLState().startsWith(TOO_MUCH);
    }
    return false;
  }
}
