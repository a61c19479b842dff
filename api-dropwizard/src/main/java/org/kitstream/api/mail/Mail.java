package org.kitstream.api.mail;

/** A mail in plain text, ready to be sent to one address. */
public record Mail(String recipient, String subject, String body) {

  /** Without what only the recipient should see. */
  @Override
  public String toString() {
    return "Mail[" + subject + ']';
  }
}
