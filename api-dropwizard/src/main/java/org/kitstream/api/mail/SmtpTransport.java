package org.kitstream.api.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;

/** Gives mails to an SMTP server. */
final class SmtpTransport implements MailTransport {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final MailSettings settings;
  private final Session session;

  SmtpTransport(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings), authenticator(settings));
  }

  @Override
  public void send(Mail mail) throws MessagingException {
    MimeMessage message = MimeMail.of(mail, settings.from(), session);
    Transport.send(message);
  }

  private static Properties properties(MailSettings settings) {
    String timeout = Long.toString(TIMEOUT.toMillis());
    boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
    boolean tls = settings.security() == MailSettings.Security.TLS;
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    properties.put("mail.smtp.auth", flag(!settings.user().isEmpty()));
    properties.put("mail.smtp.starttls.enable", flag(startTls));
    properties.put("mail.smtp.starttls.required", flag(startTls));
    properties.put("mail.smtp.ssl.enable", flag(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    return properties;
  }

  private static String flag(boolean on) {
    return Boolean.toString(on);
  }

  private static Authenticator authenticator(MailSettings settings) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(settings.user(), settings.password());
      }
    };
  }
}
