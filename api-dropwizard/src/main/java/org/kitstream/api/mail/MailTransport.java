package org.kitstream.api.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** The last step of a mail out of this house. Used by one thread. */
interface MailTransport {

  /**
   * Returns when the next one has taken the mail over.
   *
   * @throws MessagingException if it did not
   * @throws IOException if it did not
   */
  void send(Mail mail) throws MessagingException, IOException;

  /** The transport that the settings ask for. */
  static MailTransport of(MailSettings settings) {
    return settings.host().isEmpty() ? new FileTransport(settings) : new SmtpTransport(settings);
  }
}
