package org.kitstream.api.mail;

/**
 * A mail on its way.
 *
 * @param attempts to send it, the one that begins now included
 */
public record QueuedMail(long id, String recipient, String subject, String body, int attempts) {

  Mail mail() {
    return new Mail(recipient, subject, body);
  }

  /** Without what only the recipient should see. */
  @Override
  public String toString() {
    return "QueuedMail[" + id + ']';
  }
}
