package org.kitstream.api;

import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.kitstream.api.database.JdbiSettings;
import org.kitstream.api.database.Migrations;
import org.postgresql.ds.PGSimpleDataSource;

/** The shared stack's database server, for tests that look behind the api or need it to be away. */
public final class TestDatabase {

  private TestDatabase() {}

  /** The database of the shared api. */
  public static Jdbi jdbi() {
    return over(dataSource());
  }

  /** A database of one's own, as an api finds it at its first start. */
  public static Jdbi empty() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    jdbi().useHandle(handle -> handle.execute("CREATE DATABASE " + name));
    PGSimpleDataSource own = dataSource();
    own.setDatabaseName(name);
    Migrations.run(own);
    return over(own);
  }

  private static PGSimpleDataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(ApiStack.shared().postgres().jdbcUrl());
    dataSource.setUser(ApiStack.shared().postgres().user());
    return dataSource;
  }

  private static Jdbi over(PGSimpleDataSource dataSource) {
    return JdbiSettings.apply(Jdbi.create(dataSource)).installPlugin(new SqlObjectPlugin());
  }
}
