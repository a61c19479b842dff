package org.kitstream.parts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * PostgreSQL as a child process on loopback, with a database {@code kitstream}. Data outlives it:
 * start it again on the same directory. Local connections are trusted.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String USER = "postgres";
  private static final String DATABASE = "kitstream";
  private static final Duration START_WITHIN = Duration.ofSeconds(60);

  /** What a commit promises. */
  public enum Durability {
    /** On disk before it is acknowledged. */
    STRICT("on"),
    /** Survives the end of the process, not of the machine; for tests. */
    RELAXED("off");

    private final String fsync;

    Durability(String fsync) {
      this.fsync = fsync;
    }
  }

  private final EmbeddedPostgres postgres;

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts the server and returns when it takes connections.
   *
   * @param dataDirectory made and initialised when it is empty
   * @param port 0: a free one
   * @throws PartFailedException if it does not come up
   */
  public static PostgresServer start(Path dataDirectory, int port, Durability durability) {
    try {
      stopLeftOver(dataDirectory);
      Files.createDirectories(dataDirectory);
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(dataDirectory)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false) // the owner stops its parts in order
              .setPort(Ports.orFree(port))
              .setPGStartupWait(START_WITHIN)
              .setServerConfig("fsync", durability.fsync)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("shared_buffers", "32MB")
              .setServerConfig("max_connections", "50")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              .start();
      createDatabase(postgres);
      return new PostgresServer(postgres);
    } catch (IOException | SQLException | RuntimeException e) {
      throw new PartFailedException("PostgreSQL did not start: " + e.getMessage(), e);
    }
  }

  /**
   * Stops a server that outlived the process that started it on the directory. Starting one does so
   * too; call it before, to have its port free.
   */
  public static void stopLeftOver(Path dataDirectory) {
    ChildProcess.stopLeftOver(dataDirectory.resolve("postmaster.pid"), "postgres");
  }

  /** The database {@code kitstream}, with its user in the URL. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE + "?user=" + USER;
  }

  public String user() {
    return USER;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new PartFailedException("PostgreSQL could not be stopped: " + e.getMessage(), e);
    }
  }

  private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      String query = "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'";
      try (ResultSet existing = statement.executeQuery(query)) {
        if (existing.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + DATABASE);
    }
  }
}
