package org.kitstream.api.database;

import java.util.Optional;
import org.jdbi.v3.core.statement.StatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** A value that had to be unique and was not: what remains of a check that another request beat. */
public final class UniqueViolation {

  private UniqueViolation() {}

  /** The name of the constraint that failed, if that is what the exception is about. */
  public static Optional<String> constraintOf(StatementException exception) {
    if (exception.getCause() instanceof PSQLException cause
        && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState())) {
      return Optional.ofNullable(cause.getServerErrorMessage())
          .map(ServerErrorMessage::getConstraint);
    }
    return Optional.empty();
  }
}
