package org.kitstream.api.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes mails as files that mail programs open, where no mail server is at hand. */
final class FileTransport implements MailTransport {

  private static final Logger LOGGER = LoggerFactory.getLogger(FileTransport.class);

  private final MailSettings settings;
  private final Session session = Session.getInstance(new Properties());

  FileTransport(MailSettings settings) {
    this.settings = settings;
  }

  /** Mails hold secrets, so that nobody but the owner of this process may read the files. */
  @Override
  public void send(Mail mail) throws MessagingException, IOException {
    MimeMessage message = MimeMail.of(mail, settings.from(), session);
    Path directory = Path.of(settings.directory());
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path unfinished = Files.createTempFile(directory, "mail-", ".part");
    try (OutputStream stream = Files.newOutputStream(unfinished)) {
      message.writeTo(stream);
    }
    Path file = directory.resolve(unfinished.getFileName().toString().replace(".part", ".eml"));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    LOGGER.atInfo().addKeyValue("file", file).log("A mail was written");
  }
}
