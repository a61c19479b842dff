package org.kitstream.api.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Writes a mail the way it travels. */
final class MimeMail {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private MimeMail() {}

  @SuppressWarnings("JavaUtilDate") // the mail API knows no other
  static MimeMessage of(Mail mail, String from, Session session) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setText(mail.body(), UTF_8);
    message.setSentDate(Date.from(Instant.now()));
    message.saveChanges();
    return message;
  }
}
