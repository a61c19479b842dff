package org.kitstream.api.database;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * How this house uses JDBI. Rows are public records, for JDBI makes them by a method handle that
 * does not reach into a package; the DAOs that return them stay in theirs.
 */
public final class JdbiSettings {

  private JdbiSettings() {}

  /**
   * Lets collections be bound as arrays, so that one statement serves any number of ids, and keeps
   * bound values, which may be secrets, out of exceptions. Statements are taken as they stand: they
   * are no templates. Any record can be made of a row.
   */
  public static Jdbi apply(Jdbi jdbi) {
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    return jdbi.registerRowMapper(new RecordMappers())
        .registerArrayType(Long.class, "bigint")
        .registerArrayType(Integer.class, "integer")
        .registerArrayType(String.class, "text");
  }
}
