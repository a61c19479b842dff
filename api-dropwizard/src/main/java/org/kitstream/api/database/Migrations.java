package org.kitstream.api.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to the schema of this build. Several nodes may start at once. */
public final class Migrations {

  private Migrations() {}

  /** Applies what has not been applied yet; returns when the schema is current. */
  public static void run(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load()
        .migrate();
  }
}
