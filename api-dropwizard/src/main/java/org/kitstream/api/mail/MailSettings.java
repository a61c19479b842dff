package org.kitstream.api.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * How mails get out.
 *
 * @param host the SMTP server; empty: mails are written as files instead
 * @param user who signs in at the server; empty: nobody does
 * @param from the sender's address
 * @param directory where mails are written when there is no server
 */
public record MailSettings(
    @NotNull String host,
    @Min(1) @Max(65_535) int port,
    @NotNull Security security,
    @NotNull String user,
    @NotNull String password,
    @NotBlank String from,
    @NotBlank String directory) {

  /** How the connection to the server is protected. */
  public enum Security {
    /** In clear text. */
    NONE,
    /** By STARTTLS, and not at all if the server does not offer it. */
    STARTTLS,
    /** By TLS from the first byte. */
    TLS
  }

  @Override
  public String toString() {
    return "MailSettings[" + (host.isEmpty() ? directory : host + ':' + port) + ']';
  }
}
