package org.kitstream.api.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * The PostgreSQL server.
 *
 * @param url a JDBC URL, without credentials
 * @param maxConnections connections held at most
 */
public record DatabaseSettings(
    @NotBlank String url,
    @NotBlank String user,
    @NotNull String password,
    @Min(4) @Max(200) int maxConnections) {

  @Override
  public String toString() {
    return "DatabaseSettings[url=%s, user=%s]".formatted(url, user);
  }
}
